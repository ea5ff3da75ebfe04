using System.Buffers;
using System.Net;

namespace CityLoom.Reading.Cleaning;

/// <summary>Takes HTML left over out of a plain text: comments go, block tags become line breaks, entities are decoded.</summary>
internal static class MarkupDebris
{
    private const int LongestTag = 2_000;
    private const int LongestEntity = 12;

    private static readonly SearchValues<char> EndsName = SearchValues.Create(" >/\t\r\n");

    private static readonly HashSet<string> Names =
    [
        "a", "abbr", "b", "big", "blockquote", "br", "center", "dd", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "i", "img", "input", "li", "o:p", "ol", "p", "pre", "s", "section", "small", "span", "strong", "style", "script", "sub", "sup", "table",
        "tbody", "td", "th", "thead", "tr", "u", "ul", "iframe", "video", "source", "article", "html", "body", "head", "meta", "link", "button", "form",
    ];

    private static readonly HashSet<string> Blocks =
        ["blockquote", "br", "center", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre", "section", "table", "tr", "article"];

    public static TracedText Remove(TracedText text)
    {
        var source = text.Text;
        var next = source.AsSpan().IndexOfAny('<', '&');
        if (next < 0)
        {
            return text;
        }
        var built = new TracedTextBuilder(source.Length);
        var kept = 0;
        for (var i = next; i < source.Length;)
        {
            var (length, stands) = source[i] == '<' ? Tag(source.AsSpan(i)) : Entity(source.AsSpan(i));
            if (length > 0)
            {
                built.Append(text, kept, i);
                built.Append(stands, text.SourceOffset(i));
                kept = i + length;
            }
            next = source.AsSpan(i + Math.Max(1, length)).IndexOfAny('<', '&');
            i = next < 0 ? source.Length : i + Math.Max(1, length) + next;
        }
        built.Append(text, kept, source.Length);
        return kept == 0 ? text : built.Build();
    }

    /// <summary>Length of the tag or comment at the beginning, 0 for a mere sign, and what stands in its place.</summary>
    private static (int Length, string Stands) Tag(ReadOnlySpan<char> text)
    {
        var window = text[..Math.Min(text.Length, LongestTag)];
        if (window.StartsWith("<!--"))
        {
            return (window.IndexOf("-->") + 3 is > 2 and var comment ? comment : 0, "");
        }
        var start = window.Length > 1 && window[1] == '/' ? 2 : 1;
        var nameLength = window[start..].IndexOfAny(EndsName);
        var end = window.IndexOf('>');
        if (nameLength is < 1 or > 10 || end < 0)
        {
            return (0, "");
        }
        var name = window.Slice(start, nameLength).ToString().ToLowerInvariant();
        return Names.Contains(name) ? (end + 1, Blocks.Contains(name) ? "\n" : "") : (0, "");
    }

    private static (int Length, string Stands) Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 2)
        {
            return (0, "");
        }
        var written = text[..(end + 1)].ToString();
        var decoded = WebUtility.HtmlDecode(written);
        return decoded == written ? (0, "") : (written.Length, decoded);
    }
}
