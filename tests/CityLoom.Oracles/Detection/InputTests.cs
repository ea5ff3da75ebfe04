using CityLoom.Detection.Input;
using CityLoom.Detection.Series;

namespace CityLoom.Oracles.Detection;

public sealed class InputTests
{
    private readonly List<string> _reports = [];

    [Fact]
    public void A_long_table_gives_its_series_one_after_the_other()
    {
        var series = Read("series,date,count\na,2024-01-01,1\na,2024-01-08,2\nb,2024-01-01,3\nb,2024-01-08,\n");
        Assert.Equal(["a", "b"], series.Select(one => one.Name));
        Assert.Equal([52, 52], series.Select(one => one.PeriodsPerYear));
        Assert.True(double.IsNaN(series[1].Counts[1]));
        Assert.Empty(_reports);
    }

    [Theory]
    [InlineData("2024-01-15,x", "4: 'x' is not a count; leave the cell empty where it is not known")]
    [InlineData("2024-01-15,-1", "4: '-1' is not a count; leave the cell empty where it is not known")]
    [InlineData("15.1.2024,1", "4: '15.1.2024' is not a date like 2024-05-31")]
    [InlineData("2024-01-15", "4: has 1 cells where the heading has 2")]
    [InlineData("2024-01-08,7", "4: 2024-01-08 was there before; the first is kept")]
    [InlineData("2024-01-17,7", "4: series one: 2024-01-17 is not the first day of a period that follows from 2024-01-01; left out")]
    public void A_bad_row_is_told_with_its_line_and_left_out(string row, string report)
    {
        var series = Assert.Single(Read($"date,count\n2024-01-01,1\n2024-01-08,2\n{row}\n", 52));
        Assert.Equal([report], _reports);
        Assert.Equal(2, series.Length);
    }

    [Fact]
    public void A_period_without_a_row_is_missing_and_not_zero()
    {
        var series = Assert.Single(Read("date,count\n2024-01-01,1\n2024-01-02,1\n2024-01-03,1\n2024-01-05,0\n"));
        Assert.Equal(365, series.PeriodsPerYear);
        Assert.True(double.IsNaN(series.Counts[3]));
        Assert.Equal(0, series.Counts[4]);
        Assert.Contains("1 periods have no row", Assert.Single(_reports), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_series_that_lie_apart_are_told()
    {
        Read("series,date,count\na,2024-01-01,1\na,2024-01-08,2\nb,2024-01-01,3\nb,2024-01-08,1\na,2024-01-15,1\n");
        Assert.StartsWith("6: series a goes on", Assert.Single(_reports), StringComparison.Ordinal);
    }

    private CountSeries[] Read(string text, int? periods = null) =>
        [.. new CountTable("one", periods, (line, words) => _reports.Add($"{line}: {words}")).Read(new StringReader(text))];
}
