using System.Globalization;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Sweeps;

namespace CityLoom.Health.Tuning;

/// <summary>Reads the settings of the tuning view from an address or a form; what is left out stays as it is in force.</summary>
public static class TriedSettings
{
    /// <summary>The settings in force with what the fields change.</summary>
    public static SweepSettings Read(Func<string, string?> field, SweepSettings present) => present with
    {
        Rate = Number(field("rate")) ?? present.Rate,
        AlarmAt = Number(field("alarm")) ?? present.AlarmAt,
        NeighbourWeight = Number(field("neighbour")) ?? present.NeighbourWeight,
        How = Enum.TryParse<Combination>(field("how"), ignoreCase: true, out var how) ? how : present.How,
        QuietDays = (int)(Number(field("quiet")) is { } days ? Math.Clamp(days, -1, 1_000) : present.QuietDays),
        Rules = Number(field("sources")) is { } sources ? RulesOf((int)Math.Clamp(sources, 0, 1_000), present) : present.Rules,
    };

    /// <summary>None for 0; else the present rule with so many sources, or a new one.</summary>
    private static IReadOnlyList<SourceRule> RulesOf(int sources, SweepSettings present) =>
        sources == 0 ? []
        : present.Rules.Count > 0 && present.Rules[0].AtLeast == sources ? present.Rules
        : [new SourceRule($"{sources} 源七日 / {sources} sources in 7 days", sources, 7, WarningLevel.Yellow), .. present.Rules.Skip(1)];

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
