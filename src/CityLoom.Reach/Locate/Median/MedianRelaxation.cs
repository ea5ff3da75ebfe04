using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Median;

/// <summary>
/// The p-median with the duty to serve every demand priced: a site is worth what the demands would pay above their cost there
/// (A. Geoffrion 1974; G. Cornuéjols, M. Fisher, G. Nemhauser 1977). Costs count negative, since the search maximizes.
/// </summary>
internal sealed class MedianRelaxation(MedianModel model) : Relaxation
{
    private readonly Interchange _interchange = new(model);
    private double[] _prices = [];

    public override int Sites => model.Sites;

    public override int Multipliers => model.Demands;

    public override int? Units => model.Units;

    public override double Grain => model.Whole ? 1 : 0;

    public override double Floor => -Enumerable.Range(0, model.Demands).Sum(model.Unreached);

    public override void Start(double[] multipliers, Func<bool> over)
    {
        var first = FirstChoice();
        for (var demand = 0; demand < model.Demands; demand++)
        {
            var (order, costs) = (model.OrderOf(demand).ToArray(), model.SortedCosts(demand).ToArray());
            var second = Array.FindIndex(order, 1 + Array.FindIndex(order, site => first[site] > 0), site => first[site] > 0);
            multipliers[demand] = 0.5 * ((second < 0 ? model.Unreached(demand) : costs[second]) + costs[0]);
        }
    }

    public override double Price(double[] multipliers, SiteRange range, double[] siteValues)
    {
        _prices = multipliers;
        Array.Clear(siteValues);
        var sum = 0.0;
        for (var demand = 0; demand < multipliers.Length; demand++)
        {
            var costs = model.SortedCosts(demand);
            var order = model.OrderOf(demand);
            var price = multipliers[demand];
            sum -= price;
            for (var rank = 0; rank < costs.Length && costs[rank] < price; rank++)
            {
                siteValues[order[rank]] += price - costs[rank];
            }
        }

        return sum;
    }

    public override void Slope(int[] units, double[] slope)
    {
        for (var demand = 0; demand < slope.Length; demand++)
        {
            var costs = model.SortedCosts(demand);
            var order = model.OrderOf(demand);
            var (price, served) = (_prices[demand], -1);
            for (var rank = 0; rank < costs.Length && costs[rank] < price; rank++)
            {
                served += units[order[rank]];
            }

            slope[demand] = served;
        }
    }

    /// <summary>A demand never pays more than its penalty, which is to be without any site.</summary>
    public override void Project(double[] multipliers)
    {
        for (var demand = 0; demand < multipliers.Length; demand++)
        {
            multipliers[demand] = Math.Min(multipliers[demand], model.Unreached(demand));
        }
    }

    public override double Evaluate(int[] units) => -_interchange.Cost(units);

    public override double Improve(int[] units) => -_interchange.Improve(units);

    public override int[] FirstChoice()
    {
        var units = _interchange.Greedy();
        _interchange.Improve(units);
        return units;
    }
}
