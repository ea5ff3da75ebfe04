using System.Globalization;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Health.Streams;

namespace CityLoom.Health.Counts;

/// <summary>Reads counts from CSV with the columns <c>stream,territory_code,period,count</c>.</summary>
public static class CountFile
{
    /// <summary>The greatest count that is taken for one.</summary>
    public const int Greatest = 10_000_000;

    /// <summary>All counts, or every fault with its line and how to mend it.</summary>
    /// <param name="source">Name of the file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="streams">The streams there are, by code.</param>
    /// <param name="territories">The division tree.</param>
    /// <param name="today">The present day; periods that are not over are not taken.</param>
    public static Import<IReadOnlyList<NewCount>> Read(
        string source, TextReader text, IReadOnlyDictionary<string, HealthStream> streams, TerritoryTree territories, DateOnly today)
    {
        var table = CsvTable.Read(source, text, "stream", "territory_code", "period", "count");
        return Read(source, table.Rows.Select(r => new WrittenCount(r.Line, r["stream"], r["territory_code"], r["period"], r["count"])), table.Faults, streams, territories, today);
    }

    /// <summary>The same for counts that came as data; the line is the place in the list.</summary>
    internal static Import<IReadOnlyList<NewCount>> Read(
        string source, IEnumerable<WrittenCount> rows, IReadOnlyList<ImportFault> before,
        IReadOnlyDictionary<string, HealthStream> streams, TerritoryTree territories, DateOnly today)
    {
        var faults = before.ToList();
        var seen = new Dictionary<(string, string, int), int>();
        var values = new List<NewCount>();
        foreach (var row in rows)
        {
            var fault = Fault(row, streams, territories, today, out var value);
            if (fault is null && !seen.TryAdd((value.Stream, value.Territory, value.Period), row.Line))
            {
                var first = seen[(value.Stream, value.Territory, value.Period)];
                fault = Bad("duplicate", $"与第 {first} 行是同一数据流、区划和期间；只留一行。", $"The same stream, territory and period as line {first}; keep one.");
            }

            if (fault is null)
            {
                values.Add(value);
            }
            else
            {
                faults.Add(fault with { Source = source, Line = row.Line });
            }
        }

        return faults.Count > 0 ? new(null, faults, []) : new(values, [], []);
    }

    private static ImportFault? Fault(
        WrittenCount row, IReadOnlyDictionary<string, HealthStream> streams, TerritoryTree territories, DateOnly today, out NewCount value)
    {
        value = default;
        if (!streams.TryGetValue(row.Stream, out var stream))
        {
            return Bad("stream", $"没有数据流 {row.Stream}；先在数据流表中登记。", $"There is no stream {row.Stream}; enter it in the list of streams first.");
        }

        if (territories.Find(row.Territory) is null)
        {
            return Bad("territory", $"没有编码为 {row.Territory} 的区划；请按区划代码表改正。", $"There is no territory with the code {row.Territory}; take it from the list of divisions.");
        }

        if (!CountPeriod.TryParse(row.Period, stream.Rhythm, out var period))
        {
            return Bad("period", $"期间“{row.Period}”写法不对；{stream.Code} 写作 {Sample(stream)}。", $"'{row.Period}' is no period; for {stream.Code} write {Sample(stream)}.");
        }

        if (CountPeriod.Last(period, stream.Rhythm) > today)
        {
            return Bad("not-over", $"{row.Period} 还没有结束；结束后再报。", $"{row.Period} is not over yet; report it afterwards.");
        }

        if (!int.TryParse(row.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > Greatest)
        {
            return Bad("count", $"“{row.Count}”不是 0 至 {Greatest:N0} 的整数；没有报告的期间请删去该行，不要填负数。",
                $"'{row.Count}' is no whole number from 0 to {Greatest:N0}; leave out the row of a period without a report, and write no negative number.");
        }

        value = new NewCount(stream.Code, row.Territory, period, count);
        return null;
    }

    private static string Sample(HealthStream stream) => stream.Rhythm == CountRhythm.Day ? "2026-03-02" : "2026-W10";

    private static ImportFault Bad(string what, string words, string english) => new("", null, "count." + what, words, english);
}

/// <summary>A count as it is written, not yet checked.</summary>
internal readonly record struct WrittenCount(int Line, string Stream, string Territory, string Period, string Count);
