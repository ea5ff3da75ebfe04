using CityLoom.Detection.Fusion;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Fusion;

public sealed class CombinePValuesTests
{
    private static readonly Gen<(double[] P, double[] Weights, Combination How)> Cases =
        from k in Gen.Choose(1, 8)
        from p in Gen.Choose(0, 10_000).Select(i => i / 10_000.0).ArrayOf(k)
        from weights in Gen.Choose(1, 9).Select(i => (double)i).ArrayOf(k)
        from how in Gen.Elements(Enum.GetValues<Combination>())
        select (p, weights, how);

    [Fact]
    public void Independent_fisher_worked_by_hand() =>
        // −2(log 0.01 + log 0.05) against a chi-square of four degrees: x(1 − log x) with x = 0.01 · 0.05.
        Near.Equal(5e-4 * (1 - Math.Log(5e-4)), Two(0.01, 0.05, Combination.Brown), 1e-12, "Fisher");

    [Fact]
    public void Fully_correlated_streams_say_no_more_than_one() =>
        Near.Equal(0.003, CombinePValues.Run([0.003, 0.003], [1, 1], Combination.Stouffer, (_, _) => 1), 1e-10, "Stouffer");

    [Fact]
    public void Stouffer_of_two_independent_streams() =>
        Near.Equal(Normal.UpperTail(1.6448536269514722 * Math.Sqrt(2)), Two(0.05, 0.05, Combination.Stouffer), 1e-11, "Stouffer");

    [Fact]
    public void The_cauchy_combination_of_equal_p_values_is_that_p_value_and_small_ones_add_as_inverses()
    {
        Near.Equal(0.02, Two(0.02, 0.02, Combination.Cauchy), 1e-12, "equal");
        Near.Equal(2e-9, Two(1e-9, 0.5, Combination.Cauchy), 1e-8, "one small");
    }

    [Fact]
    public void The_harmonic_mean_carries_its_factor()
    {
        Near.Equal(0.02, Two(0.01, 0.01, Combination.HarmonicMean), 1e-12, "two");
        Near.Equal(0.01 * Math.E * Math.Log(5), CombinePValues.Run([0.01, 0.01, 0.01, 0.01, 0.01], [1, 1, 1, 1, 1], Combination.HarmonicMean), 1e-12, "five");
    }

    [Theory]
    [InlineData(0.025, 1.959963984540054)]
    [InlineData(1e-9, 5.997807015007715)]
    [InlineData(0.8413447460685429, -1)]
    [InlineData(0.5, 0)]
    public void Normal_quantiles_are_those_of_the_tables(double p, double z)
    {
        Assert.Equal(z, Normal.UpperQuantile(p), 9);
        Near.Equal(p, Normal.UpperTail(z), 1e-9, "tail");
    }

    [Theory]
    [InlineData(1, 3.841458820694124, 0.05)]
    [InlineData(3, 7.814727903251179, 0.05)]
    [InlineData(10, 29.58829844507442, 0.001)]
    [InlineData(200, 249.4451229814, 0.01)]
    public void Chi_square_tails_are_those_of_the_tables(double degrees, double x, double p) => Near.Equal(p, Gamma.Upper(degrees / 2, x / 2), 1e-8, "tail");

    [Fact]
    public void A_smaller_p_value_never_makes_the_whole_larger() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var whole = CombinePValues.Run(one.P, one.Weights, one.How);
        double[] less = [.. one.P];
        less[0] /= 2;
        return CombinePValues.Run(less, one.Weights, one.How) <= whole + 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_result_is_a_p_value_that_knows_no_order_and_no_unit_of_weight() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var whole = CombinePValues.Run(one.P, one.Weights, one.How);
        var turned = CombinePValues.Run([.. one.P.Reverse()], [.. one.Weights.Reverse().Select(weight => weight * 3)], one.How);
        return whole is >= 0 and <= 1 && Math.Abs(whole - turned) <= 1e-10;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_parts_of_the_streams_add_up_to_one() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var shares = CombinePValues.Shares(one.P, one.Weights, one.How);
        return Math.Abs(shares.Sum() - 1) < 1e-9 && shares.All(share => share >= 0);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Combination.Cauchy, 0.006, 0.014)]
    [InlineData(Combination.HarmonicMean, 0, 0.01)]
    [InlineData(Combination.Brown, 0.006, 0.016)]
    [InlineData(Combination.Stouffer, 0.007, 0.013)]
    public void Where_nothing_happens_dependent_streams_alarm_as_often_as_promised(Combination how, double least, double most) =>
        Assert.InRange(AlarmsByChance(how, 0.6), least, most);

    [Fact]
    public void Leaving_the_dependence_out_would_alarm_far_too_often() => Assert.True(AlarmsByChance(Combination.Brown, 0) > 0.03);

    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 0.5 }, new[] { 1.0, 2 })]
    [InlineData(new[] { 1.5 }, new[] { 1.0 })]
    [InlineData(new[] { double.NaN }, new[] { 1.0 })]
    [InlineData(new[] { 0.5 }, new[] { 0.0 })]
    public void What_is_no_p_value_or_weight_is_refused(double[] p, double[] weights) =>
        Assert.Throws<ArgumentException>(() => CombinePValues.Run(p, weights, Combination.Cauchy));

    private static double Two(double one, double other, Combination how) => CombinePValues.Run([one, other], [1, 1], how);

    /// <summary>Days of six streams whose normal scores correlate by 0.6.</summary>
    private static readonly Lazy<List<double[]>> QuietDays = new(() =>
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, 8000).Select(_ => Score(random)).Select(shared => Enumerable.Range(0, 6)
            .Select(_ => Normal.UpperTail((Math.Sqrt(0.6) * shared) + (Math.Sqrt(0.4) * Score(random)))).ToArray())];
    });

    /// <summary>Share of alarms at 0.01, with the correlation that the method is told.</summary>
    private static double AlarmsByChance(Combination how, double told) =>
        QuietDays.Value.Count(p => CombinePValues.Run(p, [1, 1, 1, 1, 1, 1], how, (_, _) => told) <= 0.01) / (double)QuietDays.Value.Count;

    private static double Score(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
