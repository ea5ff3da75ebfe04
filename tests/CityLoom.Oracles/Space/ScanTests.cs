using CityLoom.Detection.Space;

namespace CityLoom.Oracles.Space;

public sealed class ScanTests
{
    private static readonly NeighbourOrder Line = new([.. Enumerable.Range(0, 10).Select(i => new Site($"{i}", i, 0, 100))]);

    [Fact]
    public void A_cluster_of_today_is_found_with_its_place_time_and_risk()
    {
        var quiet = from site in Enumerable.Range(0, 10) from day in Enumerable.Range(0, 20) where (site + day) % 4 == 0 select new CaseCount(site, day, 1);
        var cases = new CaseTable(10, 20, quiet.Concat([new(3, 18, 5), new(4, 19, 6)]));

        var found = SpaceScan.Run(Line, cases, new ScanOptions { MaxDays = 7, Replicates = 199 }).Clusters[0];

        Assert.Equal(["3", "4"], found.Members.Select(site => site.Id).Order());
        Assert.Equal((18, 19), (found.FirstDay, found.LastDay));
        Assert.Equal(11, found.Observed);
        Near.Equal(cases.Total * 2 / 10.0 * 2 / 20.0, found.Expected, 1e-12, "expected");
        Assert.Equal(0.005, found.PValue!.Value, 12);
        Assert.Equal(200, found.RecurrenceDays()!.Value, 9);
    }

    [Fact]
    public void A_weekday_that_all_places_share_raises_nothing_in_the_permutation_scan()
    {
        var mondays = from site in Enumerable.Range(0, 10) from day in Enumerable.Range(0, 21) select new CaseCount(site, day, day % 7 == 6 ? 9 : 1);

        Assert.Empty(SpaceScan.Run(Line, new(10, 21, mondays), new ScanOptions { Model = ScanModel.Permutation, MaxDays = 3, Replicates = 0 }).Clusters);
    }

    [Fact]
    public void Without_cases_nothing_is_found() =>
        Assert.Empty(SpaceScan.Run(Line, new(10, 5, []), new ScanOptions { Model = ScanModel.Permutation }).Clusters);

    [Fact]
    public void Sites_at_equal_distance_stand_in_the_order_of_the_list() =>
        Assert.Equal([5, 4, 6, 3, 7, 2, 8, 1, 9, 0], Line.Nearest(5).ToArray().Select(site => (int)site));

    [Fact]
    public void Distance_on_the_globe_is_that_of_the_great_circle()
    {
        var order = new NeighbourOrder([new("天安门", 116.3975, 39.9087), new("天河城", 113.3221, 23.1325)], Metric.Globe);

        Assert.InRange(order.Distance(0, 1), 1885, 1895);
    }

    [Fact]
    public void Cases_where_nobody_lives_are_refused_by_the_poisson_model_with_the_name_of_the_place()
    {
        var order = new NeighbourOrder([new("空地", 0, 0), new("新村", 1, 1, 50)]);

        var refused = Assert.Throws<ArgumentException>(() => SpaceScan.Run(order, new(2, 1, [new(0, 0, 2)]), new ScanOptions()));
        Assert.Contains("空地", refused.Message);
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(10, 0, 1)]
    [InlineData(0, 5, 1)]
    [InlineData(0, 0, -1)]
    public void A_count_outside_the_table_is_refused(int site, int day, int cases) =>
        Assert.Throws<ArgumentException>(() => new CaseTable(10, 5, [new(site, day, cases)]));

    [Fact]
    public void The_random_stream_is_that_of_the_published_generator()
    {
        var stream = new RandomStream(1, 2, 3, 4);

        Assert.Equal([11520UL, 0, 1509978240, 1215971899390074240], new[] { stream.Next(), stream.Next(), stream.Next(), stream.Next() });
    }

    [Fact]
    public void The_random_stream_depends_on_its_seed_and_number_alone_and_is_even()
    {
        var (one, same, other) = (new RandomStream(1, 0), new RandomStream(1, 0), new RandomStream(1, 1));
        var drawn = Enumerable.Range(0, 1000).Select(_ => one.Below(10)).ToList();

        Assert.Equal(drawn, Enumerable.Range(0, 1000).Select(_ => same.Below(10)));
        Assert.NotEqual(drawn, Enumerable.Range(0, 1000).Select(_ => other.Below(10)));
        Assert.All(drawn.CountBy(number => number), count => Assert.InRange(count.Value, 60, 140));
    }

    [Fact]
    public void Drawing_by_weight_follows_the_weights_and_never_draws_what_has_none()
    {
        var random = new RandomStream(5, 0);
        var table = new AliasTable([1, 0, 3, 6]);
        var drawn = Enumerable.Range(0, 20_000).CountBy(_ => table.Draw(ref random)).ToDictionary();

        Assert.DoesNotContain(1, drawn.Keys);
        Assert.InRange(drawn[0], 1800, 2200);
        Assert.InRange(drawn[2], 5700, 6300);
        Assert.InRange(drawn[3], 11_600, 12_400);
    }
}
