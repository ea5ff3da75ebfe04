using System.Text.RegularExpressions;

namespace CityLoom.Web.Words;

/// <summary>A sentence with places for values: cut into literal pieces and named holes.</summary>
internal static partial class Template
{
    /// <summary>The pieces in order; <c>Hole</c> is the placeholder's name, or null for a literal.</summary>
    internal static IEnumerable<(string Text, string? Hole)> Pieces(string template)
    {
        var at = 0;
        foreach (Match match in Holes().Matches(template))
        {
            if (match.Index > at)
            {
                yield return (template[at..match.Index], null);
            }

            yield return (match.Value, match.Groups[1].Value);
            at = match.Index + match.Length;
        }

        if (at < template.Length)
        {
            yield return (template[at..], null);
        }
    }

    /// <summary>The singular when <c>n</c> is 1, else the plural; a text without a bar is both.</summary>
    internal static string Number(string text, (string Name, object? Value)[] values)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0)
        {
            return text;
        }

        var one = Array.Exists(values, v => v.Name == "n" && v.Value is 1 or 1L or 1d);
        return one ? text[..bar] : text[(bar + 1)..];
    }

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Holes();
}
