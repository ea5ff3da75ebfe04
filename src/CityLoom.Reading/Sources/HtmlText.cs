using AngleSharp.Html.Parser;

namespace CityLoom.Reading.Sources;

/// <summary>Draws the main text out of an HTML page: blocks become paragraphs, rows of a table become lines with tabs between cells.</summary>
internal static class HtmlText
{
    private const int LooksAt = 4096;

    private static readonly string[] Openings = ["<html", "<!doctype html", "<body", "<head", "<div", "<p>", "<p ", "<table", "<meta", "<article", "<span", "<h1"];

    public static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LooksAt)).TrimStart();
        if (head.IsEmpty || head[0] != '<')
        {
            return false;
        }
        foreach (var opening in Openings)
        {
            if (head.IndexOf(opening, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    public static Outcome<SourceText> Read(string html, string encoding)
    {
        if (html.Length > SourceLimits.HtmlCharacters || HtmlNesting.IsTooDeep(html))
        {
            return Refusals.HtmlTooDeep;
        }
        using var document = new HtmlParser().ParseDocument(html);
        var walk = new HtmlWalk(html);
        walk.Through(document);
        var text = walk.MainText();
        return string.IsNullOrWhiteSpace(text.Text) ? Refusals.NoText : new SourceText(text, SourceFormat.Html, encoding);
    }
}
