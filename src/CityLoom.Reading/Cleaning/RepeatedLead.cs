namespace CityLoom.Reading.Cleaning;

/// <summary>Drops a paragraph that a page shows twice: a summary cut off by dots, or the first paragraph set above the text.</summary>
internal static class RepeatedLead
{
    private const int Shortest = 30;
    private const int LooksAhead = 6;
    private const int LongestSite = 20;

    public static void Remove(Page page) => page.Drop(i => RepeatsBelow(page, i));

    private static bool RepeatsBelow(Page page, int index)
    {
        var line = page[index];
        var lead = WithoutLabel(line).TrimEnd(".…。 ");
        var cutOff = line.EndsWith("...") || line.EndsWith("…");
        for (var i = index + 1; i < page.Lines.Count && i <= index + LooksAhead; i++)
        {
            var below = page[i];
            if ((lead.Length >= Shortest && page.IsBody(i) && below.StartsWith(lead))
                || (cutOff && lead.Length > 4 && below.Length > lead.Length && below.StartsWith(lead))
                || IsPageTitleOf(line, below))
            {
                return true;
            }
        }
        return false;
    }

    private static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> line)
    {
        foreach (var label in (ReadOnlySpan<string>)["摘要", "内容摘要", "导读", "核心提示", "提要", "【摘要】", "【导读】"])
        {
            if (line.StartsWith(label))
            {
                return line[label.Length..].TrimStart(":： 　");
            }
        }
        return line;
    }

    /// <summary>标题_某某网 above the title itself.</summary>
    private static bool IsPageTitleOf(ReadOnlySpan<char> line, ReadOnlySpan<char> title) =>
        title.Length >= 8 && line.Length > title.Length && line.Length <= title.Length + LongestSite
        && line.StartsWith(title) && line[title.Length..].TrimStart() is ['_' or '-' or '|' or '—' or '–' or '－', ..];
}
