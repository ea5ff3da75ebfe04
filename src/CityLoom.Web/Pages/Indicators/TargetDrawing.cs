using CityLoom.City.Indicators;
using CityLoom.Web.Charts;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Indicators;

/// <summary>Puts a target and how it stands into the view of its chart.</summary>
internal static class TargetDrawing
{
    /// <summary>The address of a target's own page.</summary>
    public static string AddressOf(string code) => "/indicators/targets/" + Uri.EscapeDataString(code);

    /// <summary>The colour of a verdict: behind yellow, overdue red, met green.</summary>
    public static Light LightOf(TargetStatus status) => status switch
    {
        TargetStatus.Behind => Light.Yellow,
        TargetStatus.Overdue => Light.Red,
        TargetStatus.Met => Light.Green,
        _ => Light.None,
    };

    /// <summary>A verdict as it stands in addresses and keys: <c>on-track</c>.</summary>
    public static string KeyOf(TargetStatus status) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    /// <summary>What an indicator is called.</summary>
    public static string Name(this Indicator indicator, Say say) => say.Language == Language.English ? indicator.EnglishName : indicator.Name;

    /// <summary>Its unit as it stands after a number: <c>%</c>, <c>处</c>, <c> places</c>.</summary>
    public static string UnitAfter(this Indicator indicator, Say say) => say.Language != Language.English ? indicator.Unit
        : indicator.EnglishUnit is "%" or "" ? indicator.EnglishUnit
        : " " + indicator.EnglishUnit;

    /// <summary>A value with its unit.</summary>
    public static string Written(this Indicator indicator, decimal value, Say say) => Say.Number((double)value, 2) + indicator.UnitAfter(say);

    /// <summary>What is measured, and where unless it is the whole city.</summary>
    public static string TitleOf(StandingTarget t, Say say, MatterInWords words, bool whole) =>
        whole ? t.Indicator.Name(say) : $"{words.Place(t.Stored.Territory)} {t.Indicator.Name(say)}";

    /// <summary>The verdict in a few words, with how far it is off.</summary>
    public static string StatusOf(StandingTarget t, Say say)
    {
        var word = say["target.status." + KeyOf(t.Standing.Status)];
        return t.Standing is { Difference: { } off, Status: TargetStatus.Behind or TargetStatus.Ahead or TargetStatus.Overdue }
            ? say["target.off", ("status", word), ("by", (off > 0 ? "+" : off < 0 ? "−" : "") + t.Indicator.Written(Math.Abs(off), say))]
            : word;
    }

    /// <summary>The chart of a target.</summary>
    public static TargetView Draw(StandingTarget t, Say say, MatterInWords words, bool whole, bool link) => new(
        TitleOf(t, say, words, whole), t.Indicator.UnitAfter(say), PathOf(t), SeenOf(t), t.Standing.AsOf, LightOf(t.Standing.Status), StatusOf(t, say),
        t.Standing is { Actual: { } actual, Expected: { } expected }
            ? say["target.brief", ("actual", t.Indicator.Written(actual, say)), ("expected", t.Indicator.Written(expected, say)), ("period", words.In(t.Standing.Used[^1].Period.Words))]
            : say["target.no-observation"])
    {
        Href = link ? AddressOf(t.Stored.Code) : null,
    };

    private static List<TargetPoint> PathOf(StandingTarget t)
    {
        var target = t.Target;
        var ends = Period.Between(target.Start, target.Due, target.Rhythm).Select(p => p.Last < target.Due ? p.Last : target.Due);
        return [new(target.Start.AddDays(-1), (double)target.Baseline), .. ends.Select(d => new TargetPoint(d, (double)target.ExpectedAt(d)))];
    }

    /// <summary>A flow is drawn as it adds up, a level as it stood.</summary>
    private static List<TargetPoint> SeenOf(StandingTarget t)
    {
        var sum = t.Target.Baseline;
        return t.Standing.Used.Select(o => new TargetPoint(
            o.Period.Last, (double)(t.Target.Accumulation == Accumulation.Flow ? sum += o.Value : o.Value))).ToList();
    }
}
