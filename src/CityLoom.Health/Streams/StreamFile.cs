using CityLoom.City.Trees;
using CityLoom.Detection;
using CityLoom.Detection.Settings;

namespace CityLoom.Health.Streams;

/// <summary>
/// Reads streams from CSV with the columns <c>code,condition,condition_name,source,source_name,rhythm</c> and, if wanted,
/// <c>condition_english,source_english,unit,english_unit,persons,method</c>.
/// </summary>
public static class StreamFile
{
    private const int LongestCode = 80;

    /// <summary>All streams, or every fault with its line.</summary>
    public static Import<IReadOnlyList<HealthStream>> Read(string source, TextReader text)
    {
        var table = CsvTable.Read(source, text, "code", "condition", "condition_name", "source", "source_name", "rhythm");
        var faults = table.Faults.ToList();
        var streams = new List<HealthStream>();
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new Dictionary<(string, string), int>();
        foreach (var row in table.Rows)
        {
            var fault = Fault(row)
                ?? (codes.TryAdd(row["code"], row.Line) ? null : Bad("duplicate", $"与第 {codes[row["code"]]} 行代码相同；只留一行。", $"The same code as line {codes[row["code"]]}; keep one."))
                ?? (pairs.TryAdd((row["condition"], row["source"]), row.Line) ? null
                    : Bad("pair", $"与第 {pairs[(row["condition"], row["source"])]} 行病症和来源相同；合成一条。", $"The same condition and source as line {pairs[(row["condition"], row["source"])]}; make them one."));
            if (fault is null)
            {
                streams.Add(Made(row));
            }
            else
            {
                faults.Add(fault with { Source = source, Line = row.Line });
            }
        }

        return faults.Count > 0 ? new(null, faults, []) : new(streams, [], []);
    }

    private static ImportFault? Fault(CsvRow row) =>
        row["code"].Length is 0 or > LongestCode || row["code"].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
            ? Bad("code", "代码用英文字母、数字、点和连字符，不超过 80 个字符，例如 ili.clinic。", "A code has letters, digits, points and hyphens, 80 characters at most, such as ili.clinic.")
        : row["condition"].Length == 0 || row["source"].Length == 0 || row["condition_name"].Length == 0 || row["source_name"].Length == 0
            ? Bad("empty", "病症、来源的代码和名称都要填。", "Fill in code and name of condition and source.")
        : Rhythm(row["rhythm"]) is null ? Bad("rhythm", $"节奏“{row["rhythm"]}”须为 day 或 week。", $"The rhythm '{row["rhythm"]}' must be day or week.")
        : row["persons"] is not ("" or "0" or "1") ? Bad("persons", "persons 列写 1 (计人) 或 0。", "Write 1 (persons are counted) or 0 in persons.")
        : !Makes(row["method"]) ? Bad("method", $"没有方法“{row["method"]}”；留空即用常规选择。", $"There is no method '{row["method"]}'; leave it empty for the usual choice.")
        : null;

    private static CountRhythm? Rhythm(string text) => text switch { "day" => CountRhythm.Day, "week" => CountRhythm.Week, _ => null };

    private static bool Makes(string method) => method.Length == 0 || Detectors.Names.Contains(method);

    private static HealthStream Made(CsvRow row) => new()
    {
        Code = row["code"], Condition = row["condition"], ConditionName = row["condition_name"], ConditionEnglish = row["condition_english"],
        Source = row["source"], SourceName = row["source_name"], SourceEnglish = row["source_english"], Rhythm = Rhythm(row["rhythm"])!.Value,
        Unit = row["unit"], EnglishUnit = row["english_unit"], Persons = row["persons"] != "0", Method = row["method"],
    };

    private static ImportFault Bad(string what, string words, string english) => new("", null, "stream." + what, words, english);
}
