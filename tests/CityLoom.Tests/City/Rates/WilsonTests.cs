using System.Globalization;
using CityLoom.City.Rates;
using CityLoom.Tests.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Rates;

public sealed class WilsonTests
{
    [Theory] // Newcombe 1998, table I, method 3
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_published_examples_come_out(long x, long n, double low, double high)
    {
        var interval = Wilson.Of(x, n);
        Assert.Equal(low, interval.Low, 0.00005);
        Assert.Equal(high, interval.High, 0.00005);
    }

    [Fact]
    public void The_reference_table_comes_out_to_ten_digits()
    {
        foreach (var row in ReferenceRows())
        {
            var interval = Wilson.Of(long.Parse(row[0]), long.Parse(row[1]));
            Assert.Equal(double.Parse(row[2], CultureInfo.InvariantCulture), interval.Low, 1e-10);
            Assert.Equal(double.Parse(row[3], CultureInfo.InvariantCulture), interval.High, 1e-10);
        }
    }

    [Fact]
    public void It_holds_the_value_stays_within_0_and_1_and_narrows_with_volume()
    {
        var counts = from n in Gen.Choose(1, 5000) from x in Gen.Choose(0, n) select (x, n);
        Prop.ForAll(counts.ToArbitrary(), c =>
        {
            var (small, large) = (Wilson.Of(c.x, c.n), Wilson.Of(c.x * 10L, c.n * 10L));
            var p = (double)c.x / c.n;
            return small.Low >= 0 && small.High <= 1 && small.Low <= p && p <= small.High && large.High - large.Low < small.High - small.Low;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Counts_that_cannot_be_are_refused(long x, long n) => Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Of(x, n));

    private static IEnumerable<string[]> ReferenceRows()
    {
        var file = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "league", "wilson-newcombe.csv"));
        if (!File.Exists(file))
            Assert.Skip("The shared reference table is not beside this checkout; Newcombe's published figures are tested anyway.");
        return File.ReadLines(file).Skip(1).Select(line => line.Split(','));
    }
}
