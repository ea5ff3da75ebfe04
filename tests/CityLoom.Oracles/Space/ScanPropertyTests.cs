using CityLoom.Detection.Space;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Space;

public sealed class ScanPropertyTests
{
    private static readonly Gen<City> Cities =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from sites in Gen.Choose(2, 20)
        from days in Gen.Choose(1, 36)
        from cases in Gen.Choose(2, 400)
        from model in Gen.Elements(ScanModel.Poisson, ScanModel.Permutation)
        from span in Gen.Elements(ScanSpan.Prospective, ScanSpan.Retrospective)
        from longest in Gen.Choose(1, 8)
        from fraction in Gen.Elements(0.1, 0.3, 0.5, 1.0)
        from clumped in Gen.Elements(false, true)
        from caseByCase in Gen.Elements(false, true)
        select City.Make(seed, sites, days, cases, clumped, new ScanOptions { Model = model, Span = span, MaxDays = longest, MaxFraction = fraction, Replicates = 0, CaseByCase = caseByCase });

    [Fact]
    public void The_best_cluster_is_that_of_trying_every_zone_and_window() =>
        Prop.ForAll(Cities.ToArbitrary(), city =>
        {
            var slow = BruteScan.Best(city.Order, city.Cases, city.Options);
            var fast = SpaceScan.Run(city.Order, city.Cases, city.Options).Clusters.Select(cluster => cluster.LogLikelihoodRatio).DefaultIfEmpty().Max();
            return Math.Abs(slow - fast) <= 1e-9 * Math.Max(1, slow);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_best_of_each_random_world_is_that_of_trying_every_zone_and_window() =>
        Prop.ForAll(Cities.ToArbitrary(), city =>
        {
            var options = city.Options with { Replicates = 2, Seed = 7 };
            var slow = Enumerable.Range(0, 2).Select(replicate => BruteScan.Best(city.Order, World(city, options, replicate), options)).Order();
            var fast = SpaceScan.Run(city.Order, city.Cases, options).Maxima;
            return slow.Zip(fast).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-9 * Math.Max(1, pair.First));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clusters_share_no_site_come_by_likelihood_and_count_what_is_inside() =>
        Prop.ForAll(Cities.ToArbitrary(), city =>
        {
            var clusters = SpaceScan.Run(city.Order, city.Cases, city.Options).Clusters;
            var members = clusters.SelectMany(cluster => cluster.Members).ToList();
            return members.Distinct().Count() == members.Count
                && clusters.Zip(clusters.Skip(1)).All(pair => pair.First.LogLikelihoodRatio >= pair.Second.LogLikelihoodRatio)
                && clusters.All(cluster => cluster.Observed >= city.Options.MinCases && cluster.Observed > cluster.Expected
                    && Math.Abs(LikelihoodRatio.Log(cluster.Observed, cluster.Expected, city.Cases.Total) - cluster.LogLikelihoodRatio) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var city = City.Make(11, 40, 30, 300, clumped: true, new ScanOptions { MaxDays = 10, Replicates = 99, Span = ScanSpan.Retrospective });
        var one = SpaceScan.Run(city.Order, city.Cases, city.Options with { Threads = 1 });
        var many = SpaceScan.Run(city.Order, city.Cases, city.Options with { Threads = 7 });

        Assert.Equal(one.Maxima, many.Maxima);
        Assert.Equal(one.Clusters.Select(cluster => cluster.PValue), many.Clusters.Select(cluster => cluster.PValue));
    }

    [Fact]
    public void Counts_too_large_for_the_narrow_table_are_scanned_alike()
    {
        var city = City.Make(3, 12, 6, 40_000, clumped: true, new ScanOptions { MaxDays = 3, Replicates = 0 });

        Near.Equal(BruteScan.Best(city.Order, city.Cases, city.Options), SpaceScan.Run(city.Order, city.Cases, city.Options).Clusters[0].LogLikelihoodRatio, 1e-9, "ratio");
    }

    private static CaseTable World(City city, ScanOptions options, int replicate)
    {
        var every = options with { Span = ScanSpan.Retrospective, MaxDays = 1 };
        var plan = ScanPlan.Of(city.Order, city.Cases, every);
        var table = new CountTable<int>(city.Cases.Sites, plan.Windows, city.Cases.Total);
        var worlds = new Worlds(plan);
        worlds.Fill(replicate, table, worlds.Room());
        var cells = from site in Enumerable.Range(0, city.Cases.Sites)
                    from day in Enumerable.Range(0, city.Cases.Days)
                    select new CaseCount(site, day, table.Count(site, new(day, day + 1)));
        return new(city.Cases.Sites, city.Cases.Days, cells);
    }
}
