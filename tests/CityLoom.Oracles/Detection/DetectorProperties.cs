using System.Text.Json;
using CityLoom.Detection;
using CityLoom.Detection.Farrington;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Detection;

/// <summary>What must hold for any counts.</summary>
public sealed class DetectorProperties
{
    private const int Weeks = 330;
    private static readonly DateOnly First = new(2020, 1, 6);

    public static TheoryData<string> Dateless => [.. Detectors.Names.Except(["regression", "switch"])];

    [Theory]
    [MemberData(nameof(Dateless))]
    public void The_same_counts_give_the_same_findings_again(string method) => Check(counts =>
        Run(method, counts).SequenceEqual(Run(method, counts)));

    [Theory]
    [InlineData("farrington-flexible")]
    [InlineData("farrington")]
    [InlineData("farrington-cumulative")]
    [InlineData("ears-c1")]
    [InlineData("ears-c2")]
    [InlineData("ears-c3")]
    [InlineData("bayes")]
    [InlineData("rki")]
    [InlineData("cdc")]
    [InlineData("moving-percentile")]
    public void More_cases_today_never_take_an_alarm_away(string method) => Check(counts =>
    {
        var more = (double[])counts.Clone();
        more[^1] += 1 + counts[0];
        return !Run(method, counts)[^1].Alarm || Run(method, more)[^1].Alarm;
    });

    [Theory]
    [MemberData(nameof(Dateless))]
    public void What_comes_later_does_not_change_what_was_said(string method) => Check(counts =>
        Run(method, counts[..^3]).SequenceEqual(Run(method, counts).SkipLast(3)));

    public static TheoryData<string, string> Everyone => [.. Detectors.Names.Select(name => (name, "{}")),
        ("farrington-flexible", """{"noufaily": true}"""), ("cusum", """{"m": "glm"}"""), ("glr", """{"alpha": 0.2}"""),
        ("glr", """{"change": "epi"}"""), ("glr", """{"mu0": {"S": 1, "refit": true}, "c.ARL": 1}"""), ("glr", """{"theta": 0.5}""")];

    [Theory]
    [MemberData(nameof(Everyone))]
    public void A_detector_that_is_warm_allocates_nothing(string method, string settings)
    {
        using var json = JsonDocument.Parse(settings);
        var detector = Detectors.Create(method, new DetectorSettings(method, json.RootElement.Clone()));
        var random = new Random(3);
        var series = new CountSeries("one", [.. Enumerable.Range(0, 600).Select(_ => (double)random.Next(12))], method is "regression" or "switch" or "ewma" ? 365 : 52)
        {
            Dates = Enumerable.Range(0, 600).Select(i => First.AddDays(i * (method is "regression" or "switch" or "ewma" ? 1 : 7))).ToArray(),
        };
        var findings = new Finding[50];
        detector.Watch(series, 550, findings);
        detector.Watch(series, 550, findings);

        var before = GC.GetAllocatedBytesForCurrentThread();
        detector.Watch(series, 550, findings);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("farrington-flexible", "{}")]
    [InlineData("farrington-flexible", """{"noufaily": true}""")]
    public void Twice_the_population_gives_the_same_threshold(string method, string settings)
    {
        using var json = JsonDocument.Parse(settings.Replace("}", settings.Length > 2 ? ", \"populationOffset\": true}" : "\"populationOffset\": true}"));
        var detector = Detectors.Create(method, new DetectorSettings(method, json.RootElement.Clone()));
        Check(counts =>
        {
            var (one, two) = (Judge(detector, counts, 1000), Judge(detector, counts, 2000));
            return one.Zip(two).All(pair => Near(pair.First.Threshold, pair.Second.Threshold));
        });
    }

    [Fact]
    public void A_baseline_of_zeros_still_has_a_threshold()
    {
        var counts = new double[Weeks];
        counts[^1] = 4;
        var found = Run("farrington-flexible", counts, """{"noufaily": true}""")[^1];
        Assert.True(found.Alarm);
        Assert.Equal(0, found.Expected);
    }

    [Fact]
    public void Missing_counts_are_neither_judged_nor_taken_for_zeros()
    {
        var counts = Enumerable.Range(0, Weeks).Select(i => 20.0 + i % 3).ToArray();
        var whole = Run("farrington-flexible", counts)[^1];
        counts[10] = counts[100] = double.NaN;
        counts[^2] = double.NaN;
        var found = Run("farrington-flexible", counts);
        Assert.True(double.IsNaN(found[^2].Threshold));
        Assert.Equal(whole.Expected, found[^1].Expected, 0.5);
    }

    [Fact]
    public void A_detector_refuses_to_judge_without_history()
    {
        var series = new CountSeries("short", new double[Weeks], 52);
        var detector = new FlexibleFarrington(new FlexibleOptions());
        Assert.Throws<ArgumentOutOfRangeException>(() => detector.Watch(series, 200, new Finding[1]));
    }

    [Theory]
    [InlineData("""{"alpah": 0.01}""", "alpah")]
    [InlineData("""{"alpha": 2}""", "alpha")]
    [InlineData("""{"b": "five"}""", "b must")]
    public void Settings_that_do_not_fit_are_refused_by_name(string settings, string words)
    {
        using var json = JsonDocument.Parse(settings);
        var wrong = Assert.Throws<SettingsException>(() =>
            Detectors.Create("farrington-flexible", new DetectorSettings("farrington-flexible", json.RootElement)));
        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a) || (double.IsNaN(a) && double.IsNaN(b));

    private static Finding[] Run(string method, double[] counts, string settings = "{}")
    {
        using var json = JsonDocument.Parse(settings);
        return Judge(Detectors.Create(method, new DetectorSettings(method, json.RootElement)), counts, 1);
    }

    private static Finding[] Judge(IDetector detector, double[] counts, double population)
    {
        double[] denominators = [.. counts.Select((_, i) => population * (1 + i / 1000.0))];
        var series = new CountSeries("any", counts, 52) { Population = denominators };
        var first = Math.Max(315, detector.Earliest(series));
        var findings = new Finding[series.Length - first];
        detector.Watch(series, first, findings);
        return findings;
    }

    /// <summary>Counts of any level, with season and a few bursts.</summary>
    private static void Check(Func<double[], bool> holds) => Prop.ForAll(
        Gen.Choose(0, 40).ArrayOf(Weeks).Zip(Gen.Choose(0, 6)).Select(pair => pair.Item1
            .Select((noise, i) => Math.Floor(noise * pair.Item2 / 10.0 * (1.2 + Math.Cos(i * 2 * Math.PI / 52)))).ToArray()).ToArbitrary(),
        holds).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
}
