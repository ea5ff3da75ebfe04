using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>
/// A maximal covering instance as text: <c>demands sites</c>, the names of the sites, a line <c>name weight</c> for each demand (decimals allowed),
/// a line <c>k d1 … dk</c> for each site with the demands that it covers, 0-based.
/// </summary>
/// <param name="Cover">Which site covers which demand.</param>
/// <param name="Weights">The weight of every demand.</param>
/// <param name="SiteNames">The number by which the file names each site.</param>
/// <param name="DemandNames">The number by which the file names each demand.</param>
public sealed record CoverInstance(CoverLists Cover, double[] Weights, int[] SiteNames, int[] DemandNames)
{
    /// <summary>More demands or sites than this are refused.</summary>
    public const int Largest = 2_000_000;

    /// <summary>Reads an instance, or says what is wrong in which line.</summary>
    /// <param name="name">How complaints name the file.</param>
    /// <param name="text">The file.</param>
    public static Checked<CoverInstance> Read(string name, TextReader text) => InputFaultException.Catch(() => Read(new NumberReader(name, text)));

    private static CoverInstance Read(NumberReader numbers)
    {
        var (demands, sites) = (numbers.Next("number of demands", 1, Largest), numbers.Next("number of sites", 1, Largest));
        var siteNames = new List<int>();
        for (var site = 0; site < sites; site++)
        {
            siteNames.Add(numbers.Next("site name", 0, int.MaxValue));
        }

        var (demandNames, weights) = (new List<int>(), new List<double>());
        for (var demand = 0; demand < demands; demand++)
        {
            demandNames.Add(numbers.Next("demand name", 0, int.MaxValue));
            weights.Add(numbers.NextDecimal("weight", int.MaxValue));
        }

        var covered = new List<List<int>>();
        for (var site = 0; site < sites; site++)
        {
            covered.Add(ReadCovered(numbers, demands));
        }

        numbers.End();
        return new CoverInstance(CoverLists.From(demands, covered), [.. weights], [.. siteNames], [.. demandNames]);
    }

    private static List<int> ReadCovered(NumberReader numbers, int demands)
    {
        var count = numbers.Next("number of covered demands", 0, demands);
        var covered = new SortedSet<int>();
        for (var i = 0; i < count; i++)
        {
            var demand = numbers.Next("covered demand", 0, demands - 1);
            if (!covered.Add(demand))
            {
                throw numbers.Fault("instance.twice", $"需求点 {demand} 列了两次。", $"Demand {demand} is listed twice.");
            }
        }

        return [.. covered];
    }
}
