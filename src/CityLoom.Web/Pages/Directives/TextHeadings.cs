using CityLoom.Directives;

namespace CityLoom.Web.Pages.Directives;

/// <summary>Finds the lines of a clean text that are headings: the title, and lines that hold little but a theme of the measures below.</summary>
internal static class TextHeadings
{
    private const int NumberingLength = 8;

    /// <summary>Offsets of those lines.</summary>
    public static IReadOnlySet<int> Of(DirectiveView view) =>
        Of(view.Directive, view.Measures.SelectMany(m => m.Found.Theme).ToHashSet(StringComparer.Ordinal));

    /// <summary>Offsets of the lines that are the title or one of the themes.</summary>
    public static IReadOnlySet<int> Of(Directive directive, IReadOnlyCollection<string> themes)
    {
        var headings = new HashSet<int>();
        var text = directive.CleanText;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            var line = text[at..end].Trim();
            if (line.Length > 0 && line[^1] != '。' && (line == directive.Title || themes.Any(t => line.Length <= t.Length + NumberingLength && line.Contains(t, StringComparison.Ordinal))))
            {
                headings.Add(at);
            }

            at = end + 1;
        }

        return headings;
    }
}
