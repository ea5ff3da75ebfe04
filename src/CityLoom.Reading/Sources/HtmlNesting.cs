namespace CityLoom.Reading.Sources;

/// <summary>
/// Looks over a page before it is parsed: the time of a parser grows with the number of open elements at each tag, so a page
/// made to be nested without end is refused beforehand.
/// </summary>
internal static class HtmlNesting
{
    /// <summary>Open elements summed over all tags; a large real page has some 200,000.</summary>
    private const long MostWork = 20_000_000;

    private static readonly HashSet<string> NeverOpen = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dd", "dt", "option", "td", "th", "tr", "tbody", "thead", "script", "style",
    };

    public static bool IsTooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (depth, work) = (0, 0L);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closes ? 2 : 1)));
            if (name.Length == 0 || NeverOpen.Contains(name))
            {
                work += depth;
                continue;
            }
            var count = open.GetValueOrDefault(name);
            var change = closes ? (count > 0 ? -1 : 0) : 1;
            open[name] = count + change;
            depth += change;
            work += depth;
            if (depth > SourceLimits.HtmlDepth || work > MostWork)
            {
                return true;
            }
        }
        return work > MostWork;
    }

    private static string Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 20 && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }
        return text[..length].ToString();
    }
}
