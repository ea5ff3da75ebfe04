using System.Globalization;
using CityLoom.City.Trees;

namespace CityLoom.Emergency.Stations;

/// <summary>One row of an imported file, whether a line of CSV or a feature of GeoJSON, and what is found wrong in it.</summary>
internal sealed class RegisterLine(string source, int line, Func<string, string> field, List<ImportFault> faults)
{
    private const int LongestText = 200;

    /// <summary>A text that must be there.</summary>
    public string Needed(string column)
    {
        var text = field(column);
        return text.Length is 0 ? Bad(column, "empty", $"{column} 不能为空。", $"{column} must not be empty.")
            : text.Length > LongestText || text.Any(char.IsControl) ? Bad(column, "text", $"{column} 不超过 {LongestText} 个字符，不含控制字符。", $"{column} has at most {LongestText} characters, none of them control characters.")
            : text;
    }

    /// <summary>A text that may be left out.</summary>
    public string Text(string column) => field(column) is { Length: <= LongestText } text ? text : Bad(column, "text", $"{column} 过长。", $"{column} is too long.");

    /// <summary>Longer words, in several lines if need be, that may be left out.</summary>
    public string Words(string column, int longest) => field(column) is var text && text.Length <= longest ? text : Bad(column, "text", $"{column} 不超过 {longest} 个字符。", $"{column} has at most {longest} characters.");

    /// <summary>A whole number within bounds.</summary>
    public int Whole(string column, int least, int most, int? otherwise = null)
    {
        if (field(column).Length == 0 && otherwise is { } value)
        {
            return value;
        }

        if (!int.TryParse(field(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Bad(column, "number", $"{column} “{field(column)}”应为 {least} 到 {most} 的整数。", $"{column} \"{field(column)}\" must be a whole number from {least} to {most}.");
            return least;
        }

        return number;
    }

    /// <summary>A number within bounds.</summary>
    public double Number(string column, double least, double most)
    {
        if (!double.TryParse(field(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(number >= least && number <= most))
        {
            Bad(column, "number", $"{column} “{field(column)}”应为 {least} 到 {most} 的数。", $"{column} \"{field(column)}\" must be a number from {least} to {most}.");
            return least;
        }

        return number;
    }

    /// <summary>Degrees of a longitude or latitude; null, and a fault, when they are none.</summary>
    public double? Degrees(string column)
    {
        if (double.TryParse(field(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 180)
        {
            return degrees;
        }

        Bad(column, "number", $"{column} “{field(column)}”不是经纬度；以度为单位，如 114.3。", $"{column} \"{field(column)}\" is no longitude or latitude; write degrees, such as 114.3.");
        return null;
    }

    /// <summary>Notes a fault of this row.</summary>
    public string Bad(string column, string code, string words, string english)
    {
        faults.Add(new ImportFault(source, line, $"register.{column}-{code}", words, english));
        return "";
    }
}
