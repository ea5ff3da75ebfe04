using CityLoom.City;
using CityLoom.City.Export;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Rates;

namespace CityLoom.Requests.Foresight;

/// <summary>What came in and was done in a week, by one unit.</summary>
/// <param name="Unit">Code of the district or category; empty for all.</param>
/// <param name="Made">Requests made.</param>
/// <param name="Before">Made in the week before.</param>
/// <param name="Closed">Closed in the week.</param>
/// <param name="Late">Of those, closed after they were due.</param>
public sealed record WeekLine(string Unit, int Made, int Before, int Closed, int Late);

/// <summary>A week of residents' requests on one page.</summary>
public sealed record WeeklyDigest
{
    private const int Days = 7;

    /// <summary>The Monday.</summary>
    public DateOnly Monday { get; init; }

    /// <summary>The Sunday.</summary>
    public DateOnly Sunday => Monday.AddDays(Days - 1);

    /// <summary>All together.</summary>
    public WeekLine Total { get; init; } = new("", 0, 0, 0, 0);

    /// <summary>By district.</summary>
    public IReadOnlyList<WeekLine> Districts { get; init; } = [];

    /// <summary>By category, the most first.</summary>
    public IReadOnlyList<WeekLine> Categories { get; init; } = [];

    /// <summary>The three rates of the week.</summary>
    public required RequestQuality Quality { get; init; }

    /// <summary>Duties that were returned twice or more.</summary>
    public IReadOnlyList<CatalogueTask> Mend { get; init; } = [];

    /// <summary>What the week after may bring.</summary>
    public IReadOnlyList<ExpectedRequests> Ahead { get; init; } = [];

    /// <summary>The Monday of the last complete week.</summary>
    public static DateOnly LastComplete(DateOnly today) => MondayOf(today).AddDays(-Days);

    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % Days));

    /// <summary>The digest of the week that begins on this Monday.</summary>
    public static WeeklyDigest Of(Session session, DateOnly monday, CityContext city)
    {
        DateTimeOffset At(int days) => city.Clock.Instant(monday.AddDays(days).ToDateTime(TimeOnly.MinValue));
        var span = new Span(At(0), At(Days));
        var lines = Lines(session, Grouping.District, At);
        return new WeeklyDigest
        {
            Monday = monday,
            Districts = [.. lines.OrderBy(l => l.Unit, StringComparer.Ordinal)],
            Total = new WeekLine("", lines.Sum(l => l.Made), lines.Sum(l => l.Before), lines.Sum(l => l.Closed), lines.Sum(l => l.Late)),
            Categories = [.. Lines(session, Grouping.Service, At).OrderByDescending(l => l.Made).ThenBy(l => l.Unit, StringComparer.Ordinal).Take(12)],
            Quality = RequestQuality.Of(session, span, Grouping.District, city.Now),
            Mend = [.. CatalogueTask.Of(session, span).Take(10)],
            Ahead = WeeksAhead.Of(session, monday.AddDays(Days), 15, city),
        };
    }

    /// <summary>The table of districts as a file.</summary>
    /// <param name="city">The city.</param>
    /// <param name="language">Of headings and names, such as <c>zh-CN</c>.</param>
    public Sheet ToSheet(CityContext city, string language)
    {
        string Say(string zh, string en) => new Bilingual(zh, en).In(language);
        object?[] Row(WeekLine l, string name) =>
        [
            name, l.Made, l.Before, l.Closed, l.Late,
            .. Quality.All.SelectMany(r => new object?[] { Value(r.Raw, l.Unit), Value(r.Adjusted, l.Unit) }),
        ];
        return new Sheet
        {
            Title = Say($"群众诉求周报 {Monday:yyyy-MM-dd} 至 {Sunday:yyyy-MM-dd}", $"Residents' requests, {Monday:yyyy-MM-dd} to {Sunday:yyyy-MM-dd}"),
            Note = string.Join(" ", Quality.All.Select(r => r.Raw.Formula.In(language))),
            Columns =
            [
                new(Say("区", "District"), 16), new(Say("受理", "Made"), 8, SheetFormat.Count), new(Say("上周受理", "Week before"), 10, SheetFormat.Count),
                new(Say("办结", "Closed"), 8, SheetFormat.Count), new(Say("其中超期", "Of them late"), 10, SheetFormat.Count),
                .. Quality.All.SelectMany(r => new SheetColumn[]
                {
                    new(r.Rate.Name.In(language), 10, SheetFormat.Share), new(r.Rate.Name.In(language) + Say(" (仲裁后)", " (adjusted)"), 12, SheetFormat.Share),
                }),
            ],
            Rows = [.. Districts.Select(d => Row(d, RequestQuality.NameOf(Grouping.District, d.Unit, city).In(language))), Row(Total, Say("合计", "All"))],
        };
    }

    private static double? Value(City.Rates.League league, string unit) =>
        unit.Length == 0 ? league.Total.Value : league.Rows.FirstOrDefault(r => r.Unit == unit)?.Value;

    private static List<WeekLine> Lines(Session session, Grouping grouping, Func<int, DateTimeOffset> at) => session.Rows<Row>(
        $"""
        select {RequestTally.Key(grouping, "m.accountable")} as unit,
          sum(case when r.requested_at >= @from and r.requested_at < @until then 1 else 0 end) as made,
          sum(case when r.requested_at >= @before and r.requested_at < @from then 1 else 0 end) as earlier,
          sum(case when m.ended_at >= @from and m.ended_at < @until and m.state in ('Closed', 'Evaluated') then 1 else 0 end) as closed,
          sum(case when m.ended_at >= @from and m.ended_at < @until and m.state in ('Closed', 'Evaluated') and m.ended_at > m.due_at then 1 else 0 end) as late
        from requests r join matters m on m.id = r.id
        where (r.requested_at >= @before and r.requested_at < @until) or (m.ended_at >= @from and m.ended_at < @until)
        group by 1
        """,
        new { before = at(-Days), from = at(0), until = at(Days) })
        .ConvertAll(r => new WeekLine(r.Unit, (int)r.Made, (int)r.Earlier, (int)r.Closed, (int)r.Late));

    private sealed record Row
    {
        public string Unit { get; init; } = "";

        public long Made { get; init; }

        public long Earlier { get; init; }

        public long Closed { get; init; }

        public long Late { get; init; }
    }
}
