using System.Globalization;
using CityLoom.Reach.Locate;

namespace CityLoom.Verbs;

/// <summary>Says of every demand without cover why, and how far the nearest unit is.</summary>
/// <param name="input">Where the names and times are.</param>
/// <param name="answer">What was chosen.</param>
/// <param name="name">How a demand or site is named in the answer.</param>
internal sealed class UncoveredPlaces(LocateInput input, LocateAnswer answer, Func<string, object> name)
{
    public object Told(Uncovered place)
    {
        var nearest = Nearest(place.Demand, answer.Chosen);
        return new
        {
            Demand = name(input.Demands[place.Demand]),
            place.Weight,
            place.Reason,
            Why = Why(place),
            BestSite = place.BestSite is { } site ? name(input.Sites[site]) : null,
            NearestSite = nearest is { } chosen ? name(input.Sites[chosen]) : null,
            NearestTime = nearest is { } reached ? input.Times![place.Demand, reached] : (int?)null,
        };
    }

    private string Why(Uncovered place)
    {
        var best = place.BestSite is { } site ? input.Sites[site] : "";
        return place.Reason switch
        {
            UncoveredReason.NoSite when Nearest(place.Demand, Enumerable.Range(0, input.Sites.Count)) is { } near && input.Times![place.Demand, near].ToString(CultureInfo.InvariantCulture) is var time =>
                $"时限内没有站址，最近的 {input.Sites[near]} 需 {time} / no site lies within the limit; the nearest, {input.Sites[near]}, takes {time}",
            UncoveredReason.NoSite => "时限内没有站址 / no site lies within the limit",
            UncoveredReason.OnlyForbiddenSites => "时限内只有禁止的站址 / only forbidden sites lie within the limit",
            UncoveredReason.NoCapacity => "所选站址已满 / the chosen sites that reach it are full",
            _ => $"{best} 可覆盖，但单元用在别处覆盖更多 / {best} would cover it, but the units cover more elsewhere",
        };
    }

    /// <summary>The site from which it is reached first; null where none is or no times are known.</summary>
    private int? Nearest(int demand, IEnumerable<int> sites)
    {
        int? nearest = null;
        foreach (var site in input.Times is null ? [] : sites)
        {
            if (input.Times![demand, site] < (nearest is { } so ? input.Times[demand, so] : TravelMatrix.Unreachable))
            {
                nearest = site;
            }
        }

        return nearest;
    }
}
