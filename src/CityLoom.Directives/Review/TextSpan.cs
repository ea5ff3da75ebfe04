namespace CityLoom.Directives.Review;

/// <summary>A place in a clean text, without white space and stops at its ends.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">First character after it.</param>
internal readonly record struct TextSpan(int Start, int End)
{
    private const string Outside = " \u3000\t\r\n，。；：、！？,.;:!?";

    /// <summary>The place stated; where it doesn't hold the quote, the nearest place that does; null when there is none.</summary>
    public static TextSpan? Of(string text, int? start, int? end, string? quote)
    {
        var stated = start is { } from && end is { } to && from >= 0 && from < to && to <= text.Length ? Trimmed(text, from, to) : null;
        if (quote is null || (stated is { } span && Core(text[span.Start..span.End]) == Core(quote)))
        {
            return stated;
        }

        var words = Core(quote);
        return words.Length == 0 || Nearest(text, words, start ?? 0) is not { } at ? null : Trimmed(text, at, at + words.Length);
    }

    /// <summary>The span without what doesn't belong to its words; null when nothing is left.</summary>
    public static TextSpan? Trimmed(string text, int start, int end)
    {
        while (start < end && Outside.Contains(text[start]))
        {
            start++;
        }

        while (end > start && Outside.Contains(text[end - 1]))
        {
            end--;
        }

        return start < end ? new TextSpan(start, end) : null;
    }

    private static string Core(string quote) => Trimmed(quote, 0, quote.Length) is { } span ? quote[span.Start..span.End] : "";

    private static int? Nearest(string text, string words, int place)
    {
        int? best = null;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            best = best is null || Math.Abs(at - place) < Math.Abs(best.Value - place) ? at : best;
        }

        return best;
    }
}
