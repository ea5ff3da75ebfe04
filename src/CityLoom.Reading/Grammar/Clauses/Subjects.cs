namespace CityLoom.Reading.Grammar;

/// <summary>Who may be told to act.</summary>
internal static class Subjects
{
    private const int LongestPlain = 8;
    private const WordClass Things = WordClass.Mechanism | WordClass.Document | WordClass.Event | WordClass.Operation | WordClass.Vague;

    /// <summary>True for bodies, places, groups of people and simple classes; false for things, conditions and described classes.</summary>
    public static bool IsAgent(Phrase subject)
    {
        subject = Trimmed(subject);
        if (subject.IsEmpty || subject.Opens(WordClass.Everyone) || BodyList.Length(subject) > 0)
        {
            return true;
        }
        if (IsTime(subject))
        {
            return false;
        }
        if (subject.IndexOf('的') >= 0 || subject.Opens(WordClass.Frontal | WordClass.Document))
        {
            return BodyNames.PlaceLength(subject) > 0 || subject[0] is '各' or '每';
        }
        return BodyNames.PlaceLength(subject) > 0 || (subject.Length <= LongestPlain && !IsThing(subject));
    }

    // 1月31日前 is told nothing.
    private static bool IsTime(Phrase subject) => subject[^1] is '前' or '底' or '内' or '末' or '起' or '间';

    private static bool IsThing(Phrase subject)
    {
        if (subject.EndsWith("领导") || subject.EndsWith("干部") || subject.EndsWith("负责人"))
        {
            return false;
        }
        for (var at = Math.Max(0, subject.Length - 4); at < subject.Length - 1; at++)
        {
            if (subject[at..].TryLongest(Things, out var word) && word.Length == subject.Length - at)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Without 都, 也, 均 at its end and 请, 由 at its start.</summary>
    public static Phrase Trimmed(Phrase subject) =>
        subject.TrimEnd(subject.Length > 3 ? "都也均还就更，, " : "，, ").TrimStart("由请，, ");
}
