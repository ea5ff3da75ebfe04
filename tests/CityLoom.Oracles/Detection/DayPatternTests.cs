using System.Text.Json;
using CityLoom.Detection;
using CityLoom.Detection.Essence;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Oracles.Detection;

/// <summary>The daily regression around holidays: a clinic that is busy on working days and quiet on all others.</summary>
public sealed class DayPatternTests
{
    private static readonly DateOnly First = new(2026, 8, 3);

    /// <summary>National Day 2026 with a Sunday before and a Saturday after it that are worked.</summary>
    private static readonly DateOnly[] Holidays = [.. Enumerable.Range(0, 5).Select(i => new DateOnly(2026, 10, 1).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)), new(2026, 10, 6), new(2026, 10, 7)];
    private static readonly DateOnly[] Worked = [new(2026, 9, 20), new(2026, 10, 10)];

    [Theory]
    [InlineData("2026-10-01", DayOfWeek.Sunday)]
    [InlineData("2026-10-10", DayOfWeek.Friday)]
    [InlineData("2026-09-20", DayOfWeek.Monday)]
    [InlineData("2026-10-12", DayOfWeek.Monday)]
    [InlineData("2026-10-11", DayOfWeek.Sunday)]
    public void A_day_counts_like_another(string day, DayOfWeek like) =>
        Assert.Equal(like, new DayPattern(Holidays, Worked).Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("regression")]
    [InlineData("switch")]
    public void Days_around_a_holiday_are_judged_by_days_like_them(string method)
    {
        var blind = Alarms(method, "{}");
        var seeing = Alarms(method, JsonSerializer.Serialize(new { holidays = Holidays, workedWeekends = Worked }));

        Assert.Contains(new DateOnly(2026, 9, 20), blind);
        Assert.Empty(seeing);
    }

    [Fact]
    public void An_outbreak_on_a_holiday_is_seen_by_who_knows_of_it()
    {
        var day = new DateOnly(2026, 10, 2);

        Assert.DoesNotContain(day, Alarms("regression", "{}", day));
        Assert.Contains(day, Alarms("regression", JsonSerializer.Serialize(new { holidays = Holidays, workedWeekends = Worked }), day));
    }

    [Fact]
    public void A_day_that_is_none_is_refused_in_words()
    {
        using var json = JsonDocument.Parse("{\"holidays\": [\"2026-13-01\"]}");
        var fault = Assert.Throws<SettingsException>(() => Detectors.Create("regression", new DetectorSettings("regression", json.RootElement)));
        Assert.Contains("holidays", fault.Message, StringComparison.Ordinal);
    }

    private static List<DateOnly> Alarms(string method, string settings, DateOnly? outbreak = null)
    {
        var days = Enumerable.Range(0, 100).Select(First.AddDays).ToArray();
        var counts = days.Select((d, i) => Usual(d) + (i % 3) + (d == outbreak ? 25 : 0.0)).ToArray();
        using var json = JsonDocument.Parse(settings);
        var detector = Detectors.Create(method, new DetectorSettings(method, json.RootElement));
        var series = new CountSeries("clinic", counts, 365) { Dates = days };
        var findings = new Finding[days.Length - 35];
        detector.Watch(series, 35, findings);
        return [.. findings.Where(f => f.Alarm).Select(f => days[f.Index])];
    }

    private static double Usual(DateOnly day)
    {
        var off = Holidays.Contains(day) || (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !Worked.Contains(day));
        return off ? 10 : 50;
    }
}
