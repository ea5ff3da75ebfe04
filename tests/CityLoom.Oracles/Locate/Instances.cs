using CityLoom.Reach.Locate;

namespace CityLoom.Oracles.Locate;

/// <summary>The instances beside the repository, and small ones drawn with a seed.</summary>
internal static class Instances
{
    public static CoverProblem Cover(string name)
    {
        using var text = File.OpenText(Reference.Shared("data", "location-instances", name + ".txt"));
        var instance = CoverInstance.Read(name, text).Value;
        return new CoverProblem { Cover = instance.Cover, Weights = instance.Weights, Rules = SiteRules.Free(instance.Cover.Sites) };
    }

    public static (MedianProblem Problem, int Units) Graph(string name)
    {
        using var text = File.OpenText(Reference.Shared("data", "location-instances", name + ".txt"));
        var instance = GraphInstance.Read(name, text).Value;
        return (Median(instance.Times, [.. Enumerable.Repeat(1.0, instance.Times.Demands)]), instance.Units);
    }

    public static (int P, int Median, int Center) Optimum(string name)
    {
        var line = File.ReadLines(Reference.Shared("data", "location-instances", "optima.csv")).Select(line => line.Split(',')).First(cells => cells[0] == name);
        return (int.Parse(line[3]), int.Parse(line[4]), int.Parse(line[5]));
    }

    public static MedianProblem Median(TravelMatrix times, double[] weights) =>
        new() { Times = times, Weights = weights, Rules = SiteRules.Free(times.Sites) };

    /// <summary>Random points on a plane: a small city that shows what the models do.</summary>
    public static MedianProblem Drawn(int seed, int demands, int sites)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, demands + sites).Select(_ => (X: random.Next(1000), Y: random.Next(1000))).ToArray();
        var times = new int[demands * sites];
        for (var pair = 0; pair < times.Length; pair++)
        {
            var (demand, site) = (places[pair / sites], places[demands + pair % sites]);
            times[pair] = (int)Math.Sqrt(Math.Pow(demand.X - site.X, 2) + Math.Pow(demand.Y - site.Y, 2));
        }

        return Median(new TravelMatrix(demands, sites, times), [.. Enumerable.Range(0, demands).Select(_ => (double)random.Next(1, 20))]);
    }

    public static CoverProblem Covering(MedianProblem problem, int limit, int? wide = null) => new()
    {
        Cover = problem.Times.Within(limit),
        MustReach = wide is { } most ? problem.Times.Within(most) : null,
        Weights = problem.Weights,
        Rules = problem.Rules,
    };

    /// <summary>Every way to place so many units within the rules.</summary>
    public static IEnumerable<int[]> Choices(SiteRules rules, int units) => Choices(rules, units, new int[rules.Sites], 0);

    /// <summary>For every demand the units that cover it.</summary>
    public static int[] Counts(CoverLists cover, int[] units) =>
        [.. Enumerable.Range(0, cover.Demands).Select(demand => cover.SitesOf(demand).ToArray().Sum(site => units[site]))];

    private static IEnumerable<int[]> Choices(SiteRules rules, int units, int[] chosen, int site)
    {
        if (site == rules.Sites)
        {
            return units == 0 ? [(int[])chosen.Clone()] : [];
        }

        return Enumerable.Range(rules.Least[site], Math.Max(0, Math.Min(rules.Most[site], units) - rules.Least[site] + 1)).SelectMany(count =>
        {
            chosen[site] = count;
            return Choices(rules, units - count, chosen, site + 1).ToList();
        });
    }
}
