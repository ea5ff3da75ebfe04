using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;

namespace CityLoom.Web.Charts;

/// <summary>Numbers as SVG wants them: a point for the decimals whatever the culture, one digit, no trailing zero.</summary>
internal static class Svg
{
    internal static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    internal static string Point(double x, double y) => $"{Number(x)},{Number(y)}";

    /// <summary>A share of 0…1 of the drawing's width or height: 45.25%.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A text element; Razor keeps the tag's name for itself. <paramref name="x"/> is a number or a percentage.</summary>
    internal static MarkupString Text(string x, double y, string words, string? anchor = null, string? css = null) => new(
        $"<text x=\"{x}\" y=\"{Number(y)}\"{Attribute("text-anchor", anchor)}{Attribute("class", css)}>{WebUtility.HtmlEncode(words)}</text>");

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";
}
