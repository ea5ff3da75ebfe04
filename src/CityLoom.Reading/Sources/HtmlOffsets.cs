using System.Net;

namespace CityLoom.Reading.Sources;

/// <summary>
/// Finds each character of a page's text nodes, asked in the order of the document, in the page's source. Where the parser has
/// moved text (out of a broken table) the place is near, not exact. Looks ahead a bounded way only, so that it stays linear.
/// </summary>
internal sealed class HtmlOffsets(string html)
{
    private const int LongestEntity = 40;
    private const int LooksAhead = 2_000;

    private static readonly string[] RawElements = ["script", "style", "template", "iframe", "noframes", "noembed"];

    private int _searches = 200;
    private string _pending = "";

    /// <summary>Where the last character was found, and the next is looked for.</summary>
    public int Position { get; private set; }

    /// <summary>Begins a text node: passes over the markup before it.</summary>
    public void Begin()
    {
        _pending = "";
        while (Position < html.Length && html[Position] == '<' && MarkupLength(html.AsSpan(Position)) is > 0 and var length)
        {
            Position += length;
        }
    }

    /// <summary>The place of the next character of the text node.</summary>
    public int Of(char c)
    {
        if (_pending.Length > 0)
        {
            _pending = _pending[1..];
            return Position - 1;
        }
        if (Position < html.Length && html[Position] == '\r' && c == '\n')
        {
            Position += Position + 1 < html.Length && html[Position + 1] == '\n' ? 1 : 0;
            return Position++;
        }
        if (Position < html.Length && html[Position] == '&' && Entity(c) is { } start)
        {
            return start;
        }
        if (Position < html.Length && html[Position] != c)
        {
            Search(c);
        }
        return Position < html.Length && html[Position] == c ? Position++ : Math.Min(Position, html.Length - 1);
    }

    private int? Entity(char c)
    {
        var window = html.AsSpan(Position, Math.Min(LongestEntity, html.Length - Position));
        var end = window.IndexOf(';');
        var decoded = end < 0 ? "" : WebUtility.HtmlDecode(window[..(end + 1)].ToString());
        if (decoded.Length == 0 || decoded[0] != c || decoded.Length > 2)
        {
            return null;
        }
        var start = Position;
        Position += end + 1;
        _pending = decoded[1..];
        return start;
    }

    private void Search(char c)
    {
        var found = _searches-- > 0 ? html.AsSpan(Position, Math.Min(LooksAhead, html.Length - Position)).IndexOf(c) : -1;
        Position += Math.Max(0, found);
    }

    /// <summary>Length of the tag, comment or raw element at the beginning; 0 for a mere sign.</summary>
    private static int MarkupLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--"))
        {
            return After(text, "-->");
        }
        foreach (var name in RawElements)
        {
            if (text[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && text.Length > name.Length + 1 && !char.IsAsciiLetterOrDigit(text[name.Length + 1]))
            {
                return After(text, "</" + name);
            }
        }
        return text.Length > 1 && (char.IsAsciiLetter(text[1]) || text[1] is '/' or '!' or '?') ? TagLength(text) : 0;
    }

    private static int After(ReadOnlySpan<char> text, string end)
    {
        var found = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? text.Length : found + end.Length;
    }

    /// <summary>A tag ends at the first greater-than sign that is not inside a quoted value.</summary>
    private static int TagLength(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var i = 1; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'' && text[i - 1] is '=' or ' ')
            {
                quote = text[i];
            }
            else if (text[i] == '>')
            {
                return i + 1;
            }
        }
        return text.Length;
    }
}
