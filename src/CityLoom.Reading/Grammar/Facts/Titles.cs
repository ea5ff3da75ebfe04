namespace CityLoom.Reading.Grammar;

/// <summary>Chooses the document's own title: what is issued, not the covering notice.</summary>
internal static class Titles
{
    public static string? Own(Draft draft)
    {
        string? first = null;
        foreach (var line in draft.Lines)
        {
            if (line.Kind != LineKind.Title)
            {
                continue;
            }
            var title = draft.Text[line.Start..line.End];
            if (!title.Contains("印发", StringComparison.Ordinal))
            {
                if (first is null || first.Contains("印发", StringComparison.Ordinal))
                {
                    return title;
                }
            }
            first ??= title;
        }
        return first is null ? null : Quoted(first) ?? first;
    }

    // 关于印发《X方案》的通知 issues X方案.
    private static string? Quoted(string title)
    {
        var open = title.IndexOf('《', StringComparison.Ordinal);
        var close = title.LastIndexOf('》');
        return open >= 0 && close > open + 4 ? title[(open + 1)..close] : null;
    }
}
