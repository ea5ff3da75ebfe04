using CityLoom.Reach.Supplies;

namespace CityLoom.Reach.Locate.Median;

/// <summary>Who serves whom when the sites are chosen and each serves only so much: a transport problem, demands may be split.</summary>
internal sealed class CapacitatedFlow(MedianModel model)
{
    /// <summary>The cost of the best assignment; fills, where given, the weight of every demand that nobody serves.</summary>
    public double Cost(int[] units, long[]? unserved = null)
    {
        var open = Enumerable.Range(0, model.Sites).Where(site => units[site] > 0).ToArray();
        var (source, sink) = (0, 1 + model.Demands + open.Length);
        var flow = new MinCostFlow(sink + 1);
        var left = new int[model.Demands];
        for (var demand = 0; demand < model.Demands; demand++)
        {
            var weight = (long)model.Problem.Weights[demand];
            flow.Add(source, 1 + demand, weight, 0);
            left[demand] = flow.Add(1 + demand, sink, weight, model.Penalty);
            for (var at = 0; at < open.Length; at++)
            {
                if (model.Problem.Times[demand, open[at]] is var time && time < model.Penalty)
                {
                    flow.Add(1 + demand, 1 + model.Demands + at, weight, time);
                }
            }
        }

        for (var at = 0; at < open.Length; at++)
        {
            flow.Add(1 + model.Demands + at, sink, Capacity(open[at]), 0);
        }

        var cost = flow.Send(source, sink).Cost;
        for (var demand = 0; demand < unserved?.Length; demand++)
        {
            unserved[demand] = flow.Flow(left[demand]);
        }

        return cost;
    }

    /// <summary>The whole weight that a site can serve.</summary>
    private long Capacity(int site) => (long)Math.Min(1e15, Math.Floor(model.Problem.Capacities[site]));
}
