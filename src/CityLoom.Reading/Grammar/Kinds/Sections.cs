namespace CityLoom.Reading.Grammar;

/// <summary>Follows the headings and says in which manner the text under them speaks; a deeper heading inherits what it does not say.</summary>
internal sealed class Sections(Draft draft)
{
    private const int Deepest = 8;

    private readonly SectionManner?[] _byLevel = new SectionManner?[Deepest];

    /// <summary>Manner of the paragraph that was entered last.</summary>
    public SectionManner Current { get; private set; }

    public void Enter(Line line)
    {
        var level = Math.Min(line.Level, Deepest - 1);
        if (line.HasHeading)
        {
            _byLevel[level] = Of(draft.Slice(line.Heading.Start.Value, line.Heading.End.Value));
            Array.Clear(_byLevel, level + 1, Deepest - level - 1);
        }
        else if (level > 0)
        {
            Array.Clear(_byLevel, level, Deepest - level);
        }
        Current = Array.FindLast(_byLevel, static manner => manner is not null) ?? SectionManner.Plain;
    }

    private static SectionManner? Of(Phrase heading) =>
        heading.Opens(WordClass.Doctrine) ? SectionManner.Doctrine
        : heading.IndexOf(WordClass.Review) >= 0 ? SectionManner.Review
        : heading.IndexOf(WordClass.Aims) >= 0 ? SectionManner.Aims : null;
}
