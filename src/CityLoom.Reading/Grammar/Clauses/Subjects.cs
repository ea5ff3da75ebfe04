namespace CityLoom.Reading.Grammar;

/// <summary>Who may be told to act.</summary>
internal static class Subjects
{
    private const int LongestPlain = 8;
    private const WordClass Things = WordClass.Mechanism | WordClass.Document | WordClass.Event | WordClass.Operation | WordClass.Vague;

    /// <summary>True for bodies, places, groups of people and simple classes; false for things, conditions and described classes.</summary>
    public static bool IsAgent(ReadOnlySpan<char> subject)
    {
        subject = Trimmed(subject);
        if (subject.IsEmpty || Lexicon.Words.TryLongest(subject, WordClass.Everyone, out _) || BodyList.Length(subject) > 0)
        {
            return true;
        }
        if (IsTime(subject))
        {
            return false;
        }
        if (subject.IndexOf('的') >= 0 || Lexicon.Words.TryLongest(subject, WordClass.Frontal | WordClass.Document, out _))
        {
            return BodyNames.PlaceLength(subject) > 0 || subject[0] is '各' or '每';
        }
        return BodyNames.PlaceLength(subject) > 0 || (subject.Length <= LongestPlain && !IsThing(subject));
    }

    // 1月31日前 is told nothing.
    private static bool IsTime(ReadOnlySpan<char> subject) => subject[^1] is '前' or '底' or '内' or '末' or '起' or '间';

    private static bool IsThing(ReadOnlySpan<char> subject)
    {
        if (subject.EndsWith("领导") || subject.EndsWith("干部") || subject.EndsWith("负责人"))
        {
            return false;
        }
        for (var at = Math.Max(0, subject.Length - 4); at < subject.Length - 1; at++)
        {
            if (Lexicon.Words.TryLongest(subject[at..], Things, out var word) && word.Length == subject.Length - at)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Without 都, 也, 均 at its end and 请, 由 at its start.</summary>
    public static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> subject) =>
        subject.TrimEnd(subject.Length > 3 ? "都也均还就更，, " : "，, ").TrimStart("由请，, ");
}
