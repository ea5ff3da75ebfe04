using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace CityLoom.Reading.Sources;

/// <summary>One level of a Word list: how its numbers look.</summary>
/// <param name="Start">The first number.</param>
/// <param name="Format">Word's name of the numerals, such as <c>chineseCounting</c>.</param>
/// <param name="Pattern">The text around the numbers: <c>%1、</c>, <c>（%2）</c>.</param>
internal sealed record DocxLevel(int Start, string Format, string Pattern)
{
    public static DocxLevel Of(XElement level) => new(
        int.TryParse(Value(level, "start"), CultureInfo.InvariantCulture, out var start) ? start : 1,
        Value(level, "numFmt") ?? "decimal",
        Value(level, "lvlText") ?? "");

    /// <summary>The label for the counters of all levels; bullets and unknown signs give none.</summary>
    public string Show(int[] counters, DocxLevel?[] levels)
    {
        if (Format is "bullet" or "none")
        {
            return "";
        }
        var label = new StringBuilder(Pattern);
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] is { } level && Pattern.Contains($"%{i + 1}", StringComparison.Ordinal))
            {
                var number = counters[i] == int.MinValue ? level.Start : counters[i];
                label.Replace($"%{i + 1}", level.Numeral(number));
            }
        }
        return label.ToString();
    }

    private static string? Value(XElement level, string name) => DocxXml.Attribute(DocxXml.Child(level, name), "val");

    private string Numeral(int number) => Format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "ideographDigital"
            when number is > 0 and < 100 => ChineseNumeral(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "upperLetter" when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerLetter" when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string ChineseNumeral(int number)
    {
        const string Digits = "零一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        var head = tens switch { 0 => "", 1 => "十", _ => Digits[tens] + "十" };
        return head + (ones == 0 ? "" : Digits[ones].ToString());
    }
}
