using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate.Search;

namespace CityLoom.Reach.Locate.Covering;

/// <summary>Searches a covering model and puts what was found into an answer.</summary>
internal static class CoverSearch
{
    public static Checked<LocateAnswer> Run(CoverProblem problem, CoverModel model, SearchLimits limits, InputFault impossible)
    {
        var relaxation = new CoverRelaxation(model);
        var found = relaxation.Possible(model.Range) ? new BranchAndBound(relaxation, model.Range.Copy(), limits).Run() : new SearchResult(null, 0, 0, 0, false);
        if (found.Units is not { } units)
        {
            return found.Open ? LocateFaults.OutOfTime : impossible;
        }

        var known = model.Units is null ? found.Bound : Math.Min(found.Bound, Math.Max(found.Objective, model.Rows.Weights.Sum() * model.Worth.Max()));
        var bound = model.Grain > 0 ? Math.Max(found.Objective, Math.Floor(known / model.Grain + 1e-6) * model.Grain) : known;
        var sign = model.Units is null ? -1 : 1;
        return new LocateAnswer(sign * found.Objective, sign * bound, units, UncoveredDemands.Of(problem, units), found.Nodes);
    }

    /// <summary>The duty to reach every demand that some allowed site reaches.</summary>
    public static CoverLists Reachable(CoverLists lists, int[] most)
    {
        var can = Enumerable.Range(0, lists.Demands).Select(demand => Array.Exists(lists.SitesOf(demand).ToArray(), site => most[site] > 0)).ToArray();
        return CoverLists.From(lists.Demands, [.. Enumerable.Range(0, lists.Sites).Select(site => lists.DemandsOf(site).ToArray().Where(demand => can[demand]).ToList())]);
    }
}
