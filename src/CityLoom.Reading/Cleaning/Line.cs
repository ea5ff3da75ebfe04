namespace CityLoom.Reading.Cleaning;

/// <summary>A paragraph as a slice of the page's text, end exclusive.</summary>
internal readonly record struct Line(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The line without white space at its ends.</summary>
    public static Line Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return new Line(start, end);
    }
}
