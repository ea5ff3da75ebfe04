using System.Globalization;
using CityLoom.Detection.Distributions;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Detection;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.975, 1.9599639845400542355)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.999, 3.0902323061678135415)]
    [InlineData(0.5, 0)]
    [InlineData(0.025, -1.9599639845400542355)]
    public void Normal_quantiles_are_those_of_the_tables(double p, double quantile) =>
        Assert.Equal(quantile, Normal.Quantile(p), 1e-13);

    [Theory]
    [InlineData(1, 0.15865525393145705141)]
    [InlineData(3, 1.3498980316300945267e-3)]
    [InlineData(8, 6.2209605742717841236e-16)]
    [InlineData(-1, 0.84134474606854294859)]
    [InlineData(20, 2.7536241186062336951e-89)]
    public void Normal_tails_keep_their_digits(double x, double tail) => Assert.Equal(1, Normal.Upper(x) / tail, 1e-13);

    [Theory]
    [InlineData(1, 1, 0.25)]
    [InlineData(2, 2, 0.091751709536136983634)]
    [InlineData(2, 10, 0.036694017385370182809)]
    [InlineData(0, 7, 0.5)]
    public void Student_tails_are_those_of_the_closed_forms(double t, double degrees, double tail) =>
        Assert.Equal(1, StudentT.Upper(t, degrees) / tail, 1e-13);

    [Theory]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(10, 12.801827480081469611)]
    [InlineData(100.5, 361.43554046777763)]
    public void The_gamma_function_is_that_of_the_tables(double x, double logarithm) =>
        Assert.Equal(1, GammaFunction.Log(x) / logarithm, 1e-13);

    [Fact]
    public void Poisson_and_negative_binomial_probabilities_add_up_to_one() => Prop.ForAll(Means(), Dispersions(), (mean, phi) =>
    {
        var distribution = NegativeBinomial.OfDispersion(mean, phi);
        var (sum, first) = (0.0, 0.0);
        for (var k = 0; k < mean + 60 * Math.Sqrt(phi * mean) + 60 * phi; k++)
        {
            sum += distribution.Probability(k);
            first += k * distribution.Probability(k);
        }
        return Math.Abs(sum - 1) < 1e-11 && Math.Abs(first - mean) < 1e-9 * (1 + mean);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_tails_of_a_count_add_up_to_one_and_the_quantile_is_the_smallest_that_serves() => Prop.ForAll(Means(), Dispersions(), (mean, phi) =>
    {
        var distribution = NegativeBinomial.OfDispersion(mean, phi);
        var quantile = distribution.UpperQuantile(0.005);
        var served = distribution.AtLeast(quantile + 1) <= 0.005 * (1 + 1e-9);
        var smallest = quantile == 0 || distribution.AtLeast(quantile) > 0.005 * (1 - 1e-9);
        return served && smallest && Math.Abs(distribution.AtLeast(quantile) + distribution.AtMost(quantile - 1) - 1) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_derivatives_of_the_gamma_function_fit_its_differences() => Prop.ForAll(Means(), x =>
        Math.Abs(GammaFunction.Digamma(x + 1) - GammaFunction.Digamma(x) - 1 / x) < 1e-12 * (1 + 1 / x)
        && Math.Abs(GammaFunction.Trigamma(x) - GammaFunction.Trigamma(x + 1) - 1 / (x * x)) < 1e-12 * (1 + 1 / (x * x))).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantiles_and_tails_of_the_reference_are_met()
    {
        foreach (var line in File.ReadLines(Reference.Shared("surveillance-reference", "results", "quantiles_negbin_poisson.csv")).Skip(1))
        {
            double[] cells = [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            var distribution = NegativeBinomial.OfDispersion(cells[1], cells[2]);
            Assert.Equal(cells[3], distribution.UpperQuantile(1 - cells[0]));
            Assert.Equal(1, distribution.AtLeast(cells[3] + 1) / cells[4], 1e-11);
        }
    }

    private static Arbitrary<double> Means() => Gen.Choose(1, 6000).Select(n => n / 20.0).ToArbitrary();

    private static Arbitrary<double> Dispersions() => Gen.Choose(0, 90).Select(n => 1 + n / 10.0).ToArbitrary();
}
