namespace CityLoom.Reading.Cleaning;

/// <summary>A text cut into lines, from which the cleaning rules take away.</summary>
internal sealed class Page(TracedText text, List<Line> lines)
{
    /// <summary>A line this long with a stop in it is running text and never chrome by position.</summary>
    private const int BodyLength = 30;

    public string Text => text.Text;

    public List<Line> Lines { get; } = lines;

    public ReadOnlySpan<char> this[int index] => Text.AsSpan(Lines[index].Start, Lines[index].Length);

    /// <summary>True for a line of running text, as against a title, a label, a name or a link.</summary>
    public bool IsBody(int index)
    {
        var line = this[index];
        return line.Length >= BodyLength && line.IndexOfAny("，。；,;") >= 0;
    }

    /// <summary>The first and the last line of running text; past the end and before the beginning where there is none.</summary>
    public (int First, int Last) Bounds()
    {
        var (first, last) = (0, Lines.Count - 1);
        while (first < Lines.Count && !IsBody(first))
        {
            first++;
        }
        while (last >= 0 && !IsBody(last))
        {
            last--;
        }
        return (first, last);
    }

    /// <summary>Drops the lines for which <paramref name="goes"/> holds.</summary>
    public void Drop(Func<int, bool> goes)
    {
        var kept = new List<Line>(Lines.Count);
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!goes(i))
            {
                kept.Add(Lines[i]);
            }
        }
        Lines.Clear();
        Lines.AddRange(kept);
    }

    /// <summary>Sets the bounds of a line anew; white space at the new ends goes too.</summary>
    public void Cut(int index, int start, int end) => Lines[index] = Line.Trimmed(Text, start, end);

    /// <summary>The lines that are left, one paragraph a line.</summary>
    public CleanText Build()
    {
        var built = new TracedTextBuilder(Text.Length);
        foreach (var line in Lines)
        {
            if (line.Length > 0)
            {
                if (built.Length > 0)
                {
                    built.Append('\n', text.SourceOffset(line.Start) - 1);
                }
                built.Append(text, line.Start, line.End);
            }
        }
        return new CleanText(built.Build());
    }
}
