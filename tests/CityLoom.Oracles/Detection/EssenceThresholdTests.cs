using CityLoom.Detection.Essence;
using CityLoom.Detection.Series;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Detection;

/// <summary>The threshold that a daily detector tells is the count at which its p-value reaches the limit.</summary>
public sealed class EssenceThresholdTests
{
    private const double Alpha = 0.01;
    private static readonly EssenceOptions Options = new() { ThresholdAlpha = Alpha };

    public static TheoryData<string> Methods => ["ewma", "regression", "switch"];

    private static IDetector Make(string method) => method switch
    {
        "ewma" => new EwmaDetector(Options),
        "regression" => new RegressionDetector(Options),
        _ => new SwitchDetector(Options),
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Above_it_the_p_value_is_below_the_limit_and_beneath_it_above(string method) => Check(counts =>
        Run(method, counts, 40).All(f => double.IsNaN(f.PValue) || Math.Abs(f.Observed - f.Threshold) < 1e-6 || f.Observed > f.Threshold == f.PValue < Alpha));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Days_before_the_first_one_judged_only_move_the_averages(string method) => Check(counts =>
        Run(method, counts, 40).Skip(20).SequenceEqual(Run(method, counts, 60)));

    private static Finding[] Run(string method, double[] counts, int first)
    {
        var series = new CountSeries("days", counts, 365) { Dates = [.. Enumerable.Range(0, counts.Length).Select(i => new DateOnly(2026, 1, 1).AddDays(i))] };
        var findings = new Finding[counts.Length - first];
        Make(method).Watch(series, first, findings);
        return findings;
    }

    private static void Check(Func<double[], bool> holds) => Prop.ForAll(
        Gen.Choose(0, 40).Select(n => (double)n).ArrayOf(90).ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
