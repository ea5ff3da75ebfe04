namespace CityLoom.Reading.Grammar;

/// <summary>Reads the clean text of a directive: segments, headings, kinds and attributes.</summary>
public static class DirectiveGrammar
{
    /// <summary>Reads a clean text; never fails, a text of another genre simply has few measures.</summary>
    public static DirectiveReading Read(CleanText clean, bool explain = false) =>
        new(clean, new DocumentFacts(), [], [], [], []);
}
