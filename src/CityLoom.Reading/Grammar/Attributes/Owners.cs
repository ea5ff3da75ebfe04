namespace CityLoom.Reading.Grammar;

/// <summary>Who is told to act.</summary>
internal static class Owners
{
    /// <summary>True for subjects that answer for nothing: 全市上下, 我们.</summary>
    public static bool IsEveryone(ReadOnlySpan<char> subject) =>
        Lexicon.Words.TryLongest(Subjects.Trimmed(subject), WordClass.Everyone, out var word) && word.Length == Subjects.Trimmed(subject).Length;
}
