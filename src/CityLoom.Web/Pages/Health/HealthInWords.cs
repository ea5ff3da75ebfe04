using CityLoom.City;
using CityLoom.City.Territories;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Warnings;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Words;
using Light = CityLoom.Web.Parts.Light;

namespace CityLoom.Web.Pages.Health;

/// <summary>Says of warnings and findings, in the reader's language, what they are; small counts only as the reader may see them.</summary>
public sealed class HealthInWords(Say say, MatterInWords words, CityContext city)
{
    /// <summary>The light of a level.</summary>
    public static Light LightOf(WarningLevel level) => level switch
    {
        WarningLevel.Red => Light.Red,
        WarningLevel.Orange => Light.Orange,
        WarningLevel.Yellow => Light.Yellow,
        _ => Light.Blue,
    };

    /// <summary>Words of the net's own in the reader's language.</summary>
    public string In(Bilingual both) => words.In(both);

    /// <summary>The name of a condition; its code where no stream knows it.</summary>
    public string Condition(string code, IEnumerable<HealthStream> streams) =>
        streams.FirstOrDefault(s => s.Condition == code) is { } stream ? In(stream.ConditionWords) : code;

    /// <summary>The name of a source of a condition.</summary>
    public string Source(string condition, string source, IEnumerable<HealthStream> streams) =>
        streams.FirstOrDefault(s => s.Condition == condition && s.Source == source) is { } stream ? In(stream.SourceWords) : say.Find("source." + source) ?? source;

    /// <summary>A place by its own name and those above it up to the district.</summary>
    public string Place(string territory) => words.Place(territory);

    /// <summary>The title of a warning: 汉阳区流感样病例.</summary>
    public string Title(HealthWarning warning, IEnumerable<HealthStream> streams)
    {
        var places = warning.Memory.Places.Count;
        var place = say[places > 1 ? "health.places-title" : "health.place", ("place", Place(warning.Territory)), ("n", places)];
        return say["health.title-of", ("place", place), ("condition", Condition(warning.Condition, streams))];
    }

    /// <summary>A warning in a sentence: how many sources, by how much, on which day.</summary>
    public string Sentence(HealthWarning warning, IReadOnlyList<HealthStream> streams, SmallCounts small)
    {
        var memory = warning.Memory;
        var finding = memory.Latest.FirstOrDefault(f => f.Territory == warning.Territory) ?? memory.Strongest;
        var all = finding.Contributions.Count(c => !c.IsNeighbour);
        var parts = new List<string> { say["health.sources", ("n", finding.Sources.Count()), ("all", all)] };
        if (Ratio(finding, streams, small) is { } ratio)
        {
            parts.Add(say["health.times", ("times", ratio)]);
        }

        parts.Add(warning.QuietSince is { } quiet ? say["health.quiet-since", ("date", say.ShortDay(quiet))]
            : say["health.day", ("n", city.Clock.Today.DayNumber - warning.Opened.DayNumber + 1)]);
        return Title(warning, streams) + say["health.colon"] + string.Join(say["health.comma"], parts);
    }

    /// <summary>How many times what was expected was seen by the streams that moved it; null where a small count would show, or nothing was expected.</summary>
    public static double? Ratio(Finding finding, IReadOnlyList<HealthStream> streams, SmallCounts small)
    {
        var moved = finding.Contributions.Where(c => c is { Moved: true, IsNeighbour: false } && c.Signal is { Observed: not null, Expected: > 0 }).Select(c => c.Signal).ToList();
        return moved.Count == 0 || moved.Exists(s => small.Hides(s.Observed, Persons(s, streams))) ? null
            : Math.Round(moved.Sum(s => s.Observed!.Value) / moved.Sum(s => s.Expected!.Value), 1);
    }

    /// <summary>A count as the reader may see it.</summary>
    public string Count(double? count, bool persons, SmallCounts small) =>
        count is not { } number ? "–" : small.Hides(number, persons) ? "1–4" : Say.Number(number, 0);

    /// <summary>The sum of a stream's newest counts; kept back where it would give away a small one of them.</summary>
    public string Sum(NewestCounts newest, HealthStream stream, SmallCounts small) =>
        newest.Places > 1 && stream.Persons && !small.SeesAll && !newest.Sum.MayBeShown ? say["health.kept-back"]
        : $"{(newest.Places == 1 ? Count(newest.Sum.Total, stream.Persons, small) : Say.Number(newest.Sum.Total, 0))} {In(stream.UnitWords)}";

    /// <summary>A p-value that people can read: 0.03, 1/40,000.</summary>
    public string Chance(double p) => p >= 0.01 ? Say.Number(p, 2) : p <= 1e-9 ? say["health.p-least"] : say["health.one-in", ("n", Rounded(1 / p))];

    /// <summary>A detector by the name people know; its own where it has none.</summary>
    public string Method(string method) => method.Length == 0 ? "–" : say.Find("method." + method) ?? method;

    /// <summary>A rule's name in the reader's language, where it has one for each: 两源七日 / two sources in 7 days.</summary>
    public string Rule(string name) => name.Split(" / ") is [var chinese, var english] ? In(new Bilingual(chinese, english)) : name;

    /// <summary>True when a signal's counts are of persons.</summary>
    public static bool Persons(StreamSignal signal, IEnumerable<HealthStream> streams) =>
        streams.FirstOrDefault(s => s.Condition == signal.Condition && s.Source == signal.Source)?.Persons ?? true;

    private static double Rounded(double n)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(n)));
        return Math.Round(n / power) * power;
    }
}
