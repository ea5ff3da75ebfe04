using System.Text.Json.Serialization;
using CityLoom.City.Calendar;
using CityLoom.Detection.Essence;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Counts;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Sweeps;

/// <summary>How signals become warnings: what people tune. Kept as a document with all its versions.</summary>
public sealed record SweepSettings
{
    /// <summary>Name of the document.</summary>
    public const string Document = "sweep";

    /// <summary>A stream alarms by itself below this p-value; plain rules count these alarms.</summary>
    public double AlarmAt { get; init; } = 0.001;

    /// <summary>Highest false discovery rate of a blue warning; yellow, orange and red are 1/10, 1/500 and 1/50,000 of it.</summary>
    public double Rate { get; init; } = 0.02;

    /// <summary>What a stream next door weighs against the place's own.</summary>
    public double NeighbourWeight { get; init; } = 0.1;

    /// <summary>Neighbours are heard only where the place's own streams come to this p-value or less.</summary>
    public double OwnAtMost { get; init; } = 0.01;

    /// <summary>A stream's latest count speaks for so many days after its period.</summary>
    public int WithinDays { get; init; } = 9;

    /// <summary>A warning ends after so many days without a finding.</summary>
    public int QuietDays { get; init; } = 14;

    /// <summary>How the p-values of the streams of a place are combined.</summary>
    public Combination How { get; init; } = Combination.Cauchy;

    /// <summary>For Brown and Stouffer, how far the streams are assumed to go together, 0 to 0.95; the other methods need to assume nothing.</summary>
    public double Correlation { get; init; } = 0.3;

    /// <summary>Weight of each source; one that is not named weighs 1.</summary>
    public IReadOnlyDictionary<string, double> SourceWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>Plain rules beside the numbers; none is fine.</summary>
    public IReadOnlyList<SourceRule> Rules { get; init; } = [new("两源七日 / two sources in 7 days", 2, 7, WarningLevel.Yellow)];

    /// <summary>Which day of the week a day counts like, by the city's working calendar; not a setting of its own.</summary>
    [JsonIgnore]
    public DayPattern Days { get; init; } = DayPattern.Plain;

    /// <summary>The settings in force.</summary>
    public static SweepSettings Load(Session session) =>
        (HealthDocuments.Read<SweepSettings>(session, Document) ?? new()) with { Days = DaysOf(CalendarBook.Load(session)) };

    /// <summary>Puts them in force, when they can be.</summary>
    public static Outcome<SweepSettings> Put(Writing writing, SweepSettings settings, DateTimeOffset at, Actor by)
    {
        if (settings.Fault() is { } fault)
        {
            return fault;
        }

        HealthDocuments.Put(writing, Document, settings, at, by);
        return settings;
    }

    /// <summary>What is wrong with them; null when they can be used.</summary>
    public Refusal? Fault() =>
        AlarmAt is not (> 0 and < 0.5) ? Bad("alarm-at", "单源报警界须在 0 与 0.5 之间，例如 0.001。", "The alarm limit lies between 0 and 0.5, such as 0.001.")
        : Rate is not (> 0 and < 0.5) ? Bad("rate", "误报率须在 0 与 0.5 之间，例如 0.02。", "The false discovery rate lies between 0 and 0.5, such as 0.02.")
        : NeighbourWeight is not (>= 0 and <= 1) || OwnAtMost is not (>= 0 and <= 1) ? Bad("neighbour-weight", "邻区权重须在 0 与 1 之间。", "The weight of neighbours lies between 0 and 1.")
        : WithinDays is not (>= 1 and <= 60) || QuietDays is not (>= 1 and <= 120) ? Bad("days", "天数须为 1 至 60，平静天数 1 至 120。", "Days are 1 to 60, quiet days 1 to 120.")
        : SourceWeights.Values.Any(w => w is not (>= 0 and <= 100)) ? Bad("weights", "来源权重须在 0 与 100 之间。", "A weight lies between 0 and 100.")
        : Correlation is not (>= 0 and <= 0.95) || !Enum.IsDefined(How) ? Bad("how", "合并方法为 cauchy、harmonicMean、brown、stouffer 之一，相关系数 0 至 0.95。", "The method is cauchy, harmonicMean, brown or stouffer, the correlation 0 to 0.95.")
        : Rules.Any(r => r.AtLeast is not (>= 1 and <= 20) || r.WithinDays is not (>= 1 and <= 60) || string.IsNullOrWhiteSpace(r.Name))
            ? Bad("rules", "规则要有名称、1 至 20 个来源、1 至 60 天。", "A rule has a name, 1 to 20 sources and 1 to 60 days.")
        : null;

    /// <summary>As the fusion takes them.</summary>
    public FusionOptions Fusion(int quietCells) => new()
    {
        How = How, SourceWeights = SourceWeights, NeighbourWeight = NeighbourWeight, OwnAtMost = OwnAtMost, WithinDays = WithinDays, QuietCells = quietCells, Rules = Rules,
        Correlation = (_, _) => Correlation,
        Rates = new Dictionary<WarningLevel, double>
        {
            [WarningLevel.Red] = Rate / 50_000, [WarningLevel.Orange] = Rate / 500, [WarningLevel.Yellow] = Rate / 10, [WarningLevel.Blue] = Rate,
        },
    };

    /// <summary>How many days back a signal can still matter.</summary>
    internal int Reach => Math.Max(WithinDays, Rules.Select(r => r.WithinDays).DefaultIfEmpty(0).Max());

    private static DayPattern DaysOf(WorkingCalendar calendar) =>
        new(calendar.Exceptions.Where(e => !e.Working).Select(e => e.Date), calendar.Exceptions.Where(e => e.Working).Select(e => e.Date));

    private static Refusal Bad(string what, string words, string english) => new("sweep." + what, words, english, 400);
}
