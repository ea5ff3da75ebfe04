using System.Text.RegularExpressions;

namespace CityLoom.Requests.Intake;

/// <summary>Takes out of a text what points to a person before anybody may read it: numbers of telephones and identity cards, e-mail addresses.</summary>
public static partial class PublicWords
{
    /// <summary>A number of a telephone has no fewer digits, with its area or without.</summary>
    private const int FewestDigits = 10;

    /// <summary>The text with such parts replaced by asterisks.</summary>
    public static string Of(string words) => MayTell(words) ? Telling.Replace(words, "***") : words;

    /// <summary>False for a text that can hold no such part, which most need not be searched further for.</summary>
    private static bool MayTell(string words)
    {
        var digits = 0;
        foreach (var c in words)
        {
            if (c == '@' || (char.IsDigit(c) && ++digits == FewestDigits))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+|(?<!\d)\d{17}[\dXx](?![\dXx])|(?<!\d)(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Telling { get; }
}
