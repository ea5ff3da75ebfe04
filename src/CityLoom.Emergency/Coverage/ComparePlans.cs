using CityLoom.Emergency.Incidents;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Simulate;
using Drawn = CityLoom.Reach.Simulate.Station;
using Station = CityLoom.Emergency.Stations.Station;

namespace CityLoom.Emergency.Coverage;

/// <summary>The response times of one district under one plan, in seconds from call to arrival.</summary>
/// <param name="Calls">How many calls.</param>
/// <param name="Median">Half are at most this; null without a call.</param>
/// <param name="Ninety">Nine of ten are at most this.</param>
/// <param name="InTime">Share within the minutes of the district, with the seconds of answer and dispatch beside them.</param>
public sealed record SimulatedTimes(int Calls, double? Median, double? Ninety, double? InTime);

/// <summary>A district under two plans on the same calls.</summary>
/// <param name="District">Code of the district; empty for the whole city.</param>
/// <param name="Name">Its name.</param>
/// <param name="First">Under the first plan.</param>
/// <param name="Second">Under the second.</param>
public sealed record ComparedDistrict(string District, string Name, SimulatedTimes First, SimulatedTimes Second);

/// <summary>Two plans on the same calls.</summary>
/// <param name="Calls">How many calls were played.</param>
/// <param name="Days">On how many days.</param>
/// <param name="Seed">The seed that they were drawn with.</param>
/// <param name="MeanChange">Seconds by which the second plan is slower on average; negative when faster, null when no call was served under both.</param>
/// <param name="Error">Standard error of it.</param>
/// <param name="Districts">The whole city first, then by district.</param>
public sealed record PlansCompared(int Calls, int Days, int Seed, double? MeanChange, double? Error, IReadOnlyList<ComparedDistrict> Districts);

/// <summary>
/// Plays the same calls through two plans: calls come from streets by their people, the nearest free unit goes, patients are
/// brought to the nearest hospital. New stations have two units; those of a station that is given up are gone.
/// </summary>
public static class ComparePlans
{
    private const double CallsPerPersonAndDay = 5e-5;
    private const int Days = 14;
    private const int UnitsOfNew = 2;
    private static readonly CallRules Rules = new() { PerDay = 1, Days = Days };

    /// <summary>The comparison.</summary>
    public static Outcome<PlansCompared> Run(CoverageBook.Base net, StationPlan first, StationPlan second, int seed = 1)
    {
        var zones = net.People.Zones;
        var calls = DrawCalls.Run(zones, Rules with { PerDay = Math.Max(1, zones.Sum(z => z.Weight) * CallsPerPersonAndDay), Seed = seed });
        if (!calls.Is(out var drawn, out var fault))
        {
            return new Refusal(fault.Code, fault.Words, fault.English);
        }

        return first.Apply(net.Register.Stations).Then(a => second.Apply(net.Register.Stations).Then<PlansCompared>(b =>
        {
            var times = Times(net, [.. a.Concat(b).Select(Place).Distinct()]);
            var before = Play(net, a, times, drawn);
            return before.Then(x => Play(net, b, times, drawn).Then<PlansCompared>(y => Told(net, drawn, x, y, seed)));
        }));
    }

    private static Outcome<SimulationReport> Play(CoverageBook.Base net, IReadOnlyList<Station> stations, PlaceTimes times, IReadOnlyList<Call> calls)
    {
        var units = net.Register.Units.CountBy(u => u.Station).ToDictionary();
        var plan = new SimulationPlan(
            net.People.Zones,
            [.. stations.Select(s => new Drawn(Name(Place(s)), s.Code.StartsWith(StationPlan.NewPrefix, StringComparison.Ordinal) ? UnitsOfNew : units.GetValueOrDefault(s.Code)))],
            [.. net.Register.Hospitals.Where(h => h.Level > 1).Select(h => h.Code)], times, net.People.Standard.CentralMinutes * 60);
        return Simulator.Run(plan, calls).Is(out var report, out var fault) ? report : new Refusal(fault.Code, fault.Words, fault.English);
    }

    /// <summary>Road times between streets, hospitals and stations, one search for each.</summary>
    private static PlaceTimes Times(CoverageBook.Base net, List<Position> stations)
    {
        var zones = net.People.Zones.Select((zone, at) => (zone.Place, At: Of(net.People.People[net.People.ZonePoints[at]]))).ToList();
        var hospitals = net.Register.Hospitals.Where(h => h.Level > 1).Select(h => (Place: h.Code, At: Position.OfDegrees(h.Longitude, h.Latitude))).ToList();
        var homes = stations.ConvertAll(place => (Place: Name(place), At: place));
        var from = new (string Place, int?[] Seconds, List<(string Place, Position At)> To)[zones.Count + hospitals.Count + homes.Count];
        List<(string Place, Position At)> all = [.. zones, .. hospitals, .. homes];
        Parallel.For(0, all.Count, at =>
        {
            var search = new DriveTimes(net.Roads, all[at].At, Heading.Outward);
            from[at] = (all[at].Place, [.. all.Select(to => search.Seconds(to.At))], all);
        });
        var times = new PlaceTimes();
        foreach (var (place, seconds, to) in from)
        {
            for (var at = 0; at < to.Count; at++)
            {
                if (seconds[at] is { } known && to[at].Place != place)
                {
                    times.Set(place, to[at].Place, known);
                }
            }
        }

        return times;
    }

    private static PlansCompared Told(CoverageBook.Base net, IReadOnlyList<Call> calls, SimulationReport first, SimulationReport second, int seed)
    {
        var change = PlanComparison.Of(calls, first, second);
        var zones = net.People.Zones;
        var districts = Enumerable.Range(0, zones.Count).GroupBy(z => zones[z].Area).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var (mine, district) = (g.ToHashSet(), net.Trees.Territories.Find(g.Key));
            return new ComparedDistrict(g.Key, district?.Name ?? "", Of(net, first.Responses.Where(r => mine.Contains(r.Zone))), Of(net, second.Responses.Where(r => mine.Contains(r.Zone))));
        }).ToList();
        return new PlansCompared(
            calls.Count, Days, seed, double.IsNaN(change.MeanChange) ? null : change.MeanChange, double.IsNaN(change.Error) ? null : change.Error,
            [new ComparedDistrict("", "", Of(net, first.Responses), Of(net, second.Responses)), .. districts]);
    }

    private static SimulatedTimes Of(CoverageBook.Base net, IEnumerable<Response> responses)
    {
        var all = responses.ToList();
        var figure = StageFigure.Of(all.Select(r => r.Seconds));
        var before = Rules.Answer + Rules.Dispatch;
        var inTime = all.Count(r => r.Seconds - before <= 60 * net.People.Standard.Minutes(net.Trees.Territories.Find(net.People.Zones[r.Zone].Area)));
        return new SimulatedTimes(all.Count, figure.Median, figure.Ninety, all.Count == 0 ? null : (double)inTime / all.Count);
    }

    private static Position Place(Station station) => Position.OfDegrees(station.Longitude, station.Latitude);

    private static Position Of(Settlement point) => Position.OfDegrees(point.Longitude, point.Latitude);

    private static string Name(Position place) => $"{place.E7Longitude},{place.E7Latitude}";
}
