using System.Text.Json;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Evaluation;

/// <summary>The detectors that are compared, with their settings in words that anyone can repeat.</summary>
public static class Contestants
{
    private static readonly (string Label, string Method, string Settings)[] All =
    [
        ("farrington-cumulative (ours)", "farrington-cumulative", "{}"),
        ("farrington-flexible, Noufaily, R-compatible", "farrington-flexible", """{"noufaily": true, "profile": "R-compatible"}"""),
        ("farrington-flexible, Noufaily", "farrington-flexible", """{"noufaily": true}"""),
        ("farrington-flexible, defaults, alpha 0.005", "farrington-flexible",
            """{"weightsThreshold": 1, "limit54": [0, 4], "alpha": 0.005, "profile": "R-compatible"}"""),
        ("ears-c1", "ears-c1", "{}"),
        ("ears-c2", "ears-c2", "{}"),
        ("ears-c3, minSigma 0.5", "ears-c3", """{"minSigma": 0.5}"""),
        ("bayes, b 2, w 4, alpha 0.005", "bayes", """{"alpha": 0.005}"""),
        ("rki, b 2, w 4", "rki", "{}"),
        ("cdc", "cdc", "{}"),
        ("cusum, rossi, seasonal mean", "cusum", """{"trans": "rossi", "m": "glm"}"""),
        ("glr, Poisson, seasonal mean with trend", "glr", """{"mu0": {"S": 1, "trend": true}, "M": 26}"""),
        ("moving-percentile, P80", "moving-percentile", "{}"),
    ];

    /// <summary>Names of the compared detectors.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. All.Select(one => one.Label)];

    /// <summary>A new set of them, in the order of their names.</summary>
    public static IDetector[] Create() => [.. All.Select(one =>
    {
        using var settings = JsonDocument.Parse(one.Settings);
        return Detectors.Create(one.Method, new DetectorSettings(one.Method, settings.RootElement));
    })];
}
