using CityLoom.City.Territories;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Reach.Locate;
using CityLoom.Reach.Roads;

namespace CityLoom.Emergency.Coverage;

/// <summary>A place proposed for a further station.</summary>
/// <param name="Street">Code of the street in whose middle it lies.</param>
/// <param name="Name">Name of the street.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="Gain">People that it covers and no station in force does; of two proposals that cover the same people each counts them.</param>
public sealed record ProposedSite(string Street, string Name, double Longitude, double Latitude, double Gain);

/// <summary>People who stay uncovered for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="People">How many.</param>
/// <param name="Points">At how many points.</param>
public sealed record LeftOut(UncoveredReason Reason, double People, int Points);

/// <summary>The best places for further stations, and what proves it.</summary>
/// <param name="Sites">The places, the one that brings most first.</param>
/// <param name="Covered">People covered when they stand, with those covered already.</param>
/// <param name="Before">People covered now.</param>
/// <param name="All">All people.</param>
/// <param name="Bound">No choice among the candidates covers more.</param>
/// <param name="Gap">Share by which the answer may fall short of the best; 0 when it is proved to be the best.</param>
/// <param name="Proved">Whether nothing better exists.</param>
/// <param name="Candidates">How many places were to choose from.</param>
/// <param name="Left">Who stays uncovered and why.</param>
/// <param name="Plan">The plan with these places, as an address tells it.</param>
public sealed record Siting(
    IReadOnlyList<ProposedSite> Sites, double Covered, double Before, double All, double Bound, double Gap, bool Proved, int Candidates, IReadOnlyList<LeftOut> Left, string Plan);

/// <summary>
/// Finds the best places for the next stations beside those of a plan (maximal covering, Church and ReVelle 1974): a candidate is
/// the middle of each street, and every point where people live counts with the minutes of its own district.
/// </summary>
public static class SiteNext
{
    /// <summary>Most stations asked for at once.</summary>
    public const int Most = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>The answer with its proof, cut short after four seconds.</summary>
    /// <param name="net">Roads, people and registers.</param>
    /// <param name="plan">What is changed about the stations in force before more are added.</param>
    /// <param name="count">How many more, 1 to <see cref="Most"/>.</param>
    public static Outcome<Siting> Run(CoverageBook.Base net, StationPlan plan, int count)
    {
        if (count is < 1 or > Most)
        {
            return new Refusal("reach.count", $"一次可选 1 到 {Most} 个新站址。", $"Ask for 1 to {Most} further stations.", 400);
        }

        return plan.Apply(net.Register.Stations).Then(stations => Ask(net, plan, stations, count));
    }

    private static Outcome<Siting> Ask(CoverageBook.Base net, StationPlan plan, IReadOnlyList<Station> stations, int count)
    {
        var people = net.People;
        var places = people.ZonePoints.Select(p => Position.OfDegrees(people.People[p].Longitude, people.People[p].Latitude)).ToList();
        var fixedPlaces = stations.Select(s => Position.OfDegrees(s.Longitude, s.Latitude)).ToList();
        Position[] all = [.. places, .. fixedPlaces];
        net.Found.Search(all, people);
        var covered = all.Select(place => Covered(net.ReachOf(place), people)).ToList();
        var problem = new CoverProblem
        {
            Cover = CoverLists.From(people.People.Count, covered),
            Weights = [.. people.People.Select(p => p.People)],
            Rules = SiteRules.Free(all.Length).Fixing(Enumerable.Range(places.Count, fixedPlaces.Count)),
        };
        var answer = MaximalCovering.Solve(problem, count + fixedPlaces.Count, new SearchLimits { Time = Longest });
        return answer.Is(out var found, out var fault) ? Told(net, plan, covered, found, places.Count) : new Refusal(fault.Code, fault.Words, fault.English);
    }

    private static List<int> Covered(StationReach reach, PeopleOnRoads people) =>
        [.. Enumerable.Range(0, reach.Seconds.Length).Where(p => reach.Seconds[p] >= 0 && reach.Seconds[p] <= people.Limit[p])];

    private static Outcome<Siting> Told(CoverageBook.Base net, StationPlan plan, List<List<int>> covered, LocateAnswer answer, int candidates)
    {
        var people = net.People;
        var before = covered.Skip(candidates).SelectMany(c => c).ToHashSet();
        var sites = answer.Chosen.Where(site => site < candidates).Select(site =>
        {
            var (point, street) = (people.People[people.ZonePoints[site]], people.Street[people.ZonePoints[site]]);
            return new ProposedSite(street?.Code ?? "", street?.Name ?? "", point.Longitude, point.Latitude, covered[site].Where(p => !before.Contains(p)).Sum(p => people.People[p].People));
        }).OrderByDescending(s => s.Gain).ThenBy(s => s.Street, StringComparer.Ordinal).ToList();
        var left = answer.Uncovered.GroupBy(u => u.Reason).OrderBy(g => g.Key).Select(g => new LeftOut(g.Key, g.Sum(u => u.Weight), g.Count())).ToList();
        var with = plan with { Add = [.. plan.Add, .. sites.Select(s => new GeoPoint(s.Longitude, s.Latitude))] };
        return new Siting(
            sites, answer.Objective, before.Sum(p => people.People[p].People), people.People.Sum(p => p.People), answer.Bound, answer.Gap, answer.Proved, candidates, left, with.ToString());
    }
}
