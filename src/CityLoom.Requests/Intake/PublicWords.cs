using System.Text.RegularExpressions;

namespace CityLoom.Requests.Intake;

/// <summary>Takes out of a text what points to a person before anybody may read it: numbers of telephones and identity cards, e-mail addresses.</summary>
public static partial class PublicWords
{
    /// <summary>The text with such parts replaced by asterisks.</summary>
    public static string Of(string words) => Telling.Replace(words, "***");

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+|(?<!\d)\d{17}[\dXx](?![\dXx])|(?<!\d)(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Telling { get; }
}
