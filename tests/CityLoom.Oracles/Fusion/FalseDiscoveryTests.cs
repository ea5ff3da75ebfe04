using CityLoom.Detection.Fusion;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Fusion;

public sealed class FalseDiscoveryTests
{
    private static readonly double[] Given = [0.205, 0.001, 0.042, 0.008, 0.039, 0.06, 0.041, 0.074];
    private static readonly double[] Adjusted = [0.205, 0.008, 0.0672, 0.032, 0.0672, 0.08, 0.0672, 0.074 * 8 / 7];

    [Fact]
    public void Benjamini_and_hochberg_worked_by_hand() =>
        Assert.All(Adjusted.Zip(FalseDiscovery.BenjaminiHochberg(Given)), pair => Assert.Equal(pair.First, pair.Second, 12));

    [Fact]
    public void Benjamini_and_yekutieli_is_that_times_the_harmonic_number() =>
        Assert.All(Adjusted.Zip(FalseDiscovery.BenjaminiYekutieli(Given)), pair => Assert.Equal(Math.Min(1, pair.First * (761 / 280.0)), pair.Second, 12));

    [Fact]
    public void Adjusting_keeps_the_order_and_never_lowers() => Prop.ForAll(Gen.Choose(0, 1000).Select(i => i / 1000.0).ListOf().ToArbitrary(), p =>
    {
        var adjusted = FalseDiscovery.BenjaminiHochberg([.. p]);
        return p.Zip(adjusted).All(pair => pair.Second >= pair.First && pair.Second <= 1)
            && p.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second).Aggregate((Rises: true, Last: 0.0), (so, next) => (so.Rises && next >= so.Last, next)).Rises;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quiet_series_count_as_if_they_had_been_handed_over() => Prop.ForAll(
        Gen.Choose(0, 999).Select(i => i / 1000.0).ListOf().ToArbitrary(), Gen.Choose(0, 50).ToArbitrary(), (p, quiet) =>
        {
            double[] all = [.. p, .. Enumerable.Repeat(1.0, quiet)];
            return Alike(FalseDiscovery.BenjaminiHochberg(all), FalseDiscovery.BenjaminiHochberg([.. p], quiet))
                && Alike(FalseDiscovery.BenjaminiYekutieli(all), FalseDiscovery.BenjaminiYekutieli([.. p], quiet));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Among_ten_thousand_series_the_share_of_false_findings_is_held()
    {
        var random = new Random(3);
        var p = Enumerable.Range(0, 10_000).Select(i => i < 300 ? random.NextDouble() * 1e-4 : random.NextDouble()).ToArray();
        var found = FalseDiscovery.BenjaminiHochberg(p).Index().Where(one => one.Item <= 0.1).ToList();

        Assert.InRange(found.Count(one => one.Index < 300), 300, 300);
        Assert.InRange(found.Count(one => one.Index >= 300) / (double)found.Count, 0.03, 0.17);
    }

    [Fact]
    public void What_is_no_p_value_is_refused() => Assert.Throws<ArgumentException>(() => FalseDiscovery.BenjaminiHochberg([0.1, double.NaN]));

    private static bool Alike(double[] all, double[] some) => some.Zip(all).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
}
