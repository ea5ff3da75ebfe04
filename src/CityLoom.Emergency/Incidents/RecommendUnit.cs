using CityLoom.City.Territories;
using CityLoom.Emergency.Coverage;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Reach.Dispatch;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Roads;

namespace CityLoom.Emergency.Incidents;

/// <summary>Which units to send to an incident, from where they are now: the first to arrive, and beside it the one that keeps the cover.</summary>
public static class RecommendUnit
{
    private const string Here = "incident";

    /// <summary>Share of time that a unit is taken to be busy when the loss of cover is weighed.</summary>
    public const double Busy = 0.3;

    /// <summary>The recommendation with every unit that was weighed.</summary>
    /// <param name="incident">Where help is needed, and of which level.</param>
    /// <param name="standings">Where the units are and what they do.</param>
    /// <param name="net">Roads, registers and people.</param>
    public static Outcome<UnitChoice> Run(Incident incident, IReadOnlyList<UnitStanding> standings, CoverageBook.Base net)
    {
        var times = new PlaceTimes();
        var to = new DriveTimes(net.Roads, Position.OfDegrees(incident.Longitude, incident.Latitude), Heading.Inward);
        times.Set(Here, Here, 0);
        var units = standings.Select(s => (Standing: s, Unit: net.Register.Unit(s.Unit))).Where(u => u.Unit is not null).Select(u => Placed(u.Standing, u.Unit!, net)).OfType<(EmergencyUnit Unit, Position At)>().ToList();
        foreach (var (place, at) in units.Select(u => (u.Unit.Place, u.At)).Distinct())
        {
            AddTimes(times, place, at, to, net);
        }

        var district = net.Trees.Territories.AtLevel(incident.Territory ?? "", TerritoryLevel.District);
        var standard = new CoverStandard(times, net.People.Zones, net.People.Standard.Minutes(district) * 60, Busy);
        var choice = ChooseUnit.Run(Here, incident.Level, [.. units.Select(u => u.Unit)], standard);
        return choice.Is(out var found, out var fault) ? found : new Refusal(fault.Code, fault.Words, fault.English);
    }

    /// <summary>Seconds of turn-out and driving of one unit to an incident; null when they cannot be told.</summary>
    public static async Task<int?> ForetellAsync(Database database, CoverageBook.Base? net, long id, string code)
    {
        var (incident, standing) = await database.ReadAsync(s => (IncidentBook.Find(s, id), UnitBook.Find(s, code)));
        if (net is null || incident is null || standing is null || net.Register.Unit(code) is not { } unit || Placed(standing, unit, net) is not { } placed)
        {
            return null;
        }

        var to = new DriveTimes(net.Roads, Position.OfDegrees(incident.Longitude, incident.Latitude), Heading.Inward);
        return to.Seconds(placed.At) + placed.Unit.TurnOut;
    }

    /// <summary>The unit where it is: at its last known place, else at its station. On the way back it needs no turn-out.</summary>
    private static (EmergencyUnit Unit, Position At)? Placed(UnitStanding standing, ResponseUnit unit, CoverageBook.Base net)
    {
        if (net.Register.Station(unit.Station) is not { } station)
        {
            return null;
        }

        var at = Position.OfDegrees(standing.Longitude ?? station.Longitude, standing.Latitude ?? station.Latitude);
        var turnOut = standing.State == UnitState.Returning ? 0 : unit.TurnOut;
        return (new EmergencyUnit(unit.Code, standing.State, $"{at.E7Longitude},{at.E7Latitude}", unit.Level, turnOut), at);
    }

    private static void AddTimes(PlaceTimes times, string place, Position at, DriveTimes to, CoverageBook.Base net)
    {
        if (to.Seconds(at) is { } seconds)
        {
            times.Set(place, Here, seconds);
        }

        var reach = net.ReachOf(at);
        for (var zone = 0; zone < net.People.Zones.Count; zone++)
        {
            if (reach.Seconds[net.People.ZonePoints[zone]] is >= 0 and var drive)
            {
                times.Set(place, net.People.Zones[zone].Place, drive);
            }
        }
    }
}
