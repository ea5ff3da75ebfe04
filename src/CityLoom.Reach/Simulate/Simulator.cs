using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Simulate;

/// <summary>
/// Plays a list of calls through a plan of stations, event by event: call, answer, dispatch of the nearest free unit, turn-out,
/// drive, scene, transport, hand-over, way back (during which a unit can be sent again). Calls that find nobody free wait, by priority and
/// then by age. The same calls and plan always give the same report.
/// </summary>
public static class Simulator
{
    /// <summary>The report.</summary>
    /// <param name="plan">Stations, zones, hospitals and road times.</param>
    /// <param name="calls">The calls, by time.</param>
    public static Checked<SimulationReport> Run(SimulationPlan plan, IReadOnlyList<Call> calls)
    {
        if (plan.Fault() is { } fault)
        {
            return fault;
        }

        if (calls.FirstOrDefault(call => call.Zone < 0 || call.Zone >= plan.Zones.Count) is { } stray)
        {
            return new InputFault("simulate.bad-zone", $"呼叫的分区 {stray.Zone} 不存在。", $"A call comes from zone {stray.Zone}, which does not exist.");
        }

        return new SimulationRun(plan).Play(calls);
    }
}

/// <summary>What is simulated.</summary>
/// <param name="Zones">Where calls come from.</param>
/// <param name="Stations">Where units stand.</param>
/// <param name="Hospitals">Places where patients are brought; when empty nobody is transported.</param>
/// <param name="Times">Road times between all of them.</param>
/// <param name="Target">Seconds from call to arrival that count as in time.</param>
public sealed record SimulationPlan(
    IReadOnlyList<Zone> Zones, IReadOnlyList<Station> Stations, IReadOnlyList<string> Hospitals, PlaceTimes Times, int Target)
{
    internal InputFault? Fault() =>
        Stations.FirstOrDefault(station => station.Units < 0) is { } bad
            ? new InputFault("simulate.bad-station", $"站 {bad.Place} 的单元数 {bad.Units} 不能为负数。", $"The station {bad.Place} has {bad.Units} units; the number must not be negative.")
        : Stations.Sum(station => (long)station.Units) is var units && units is < 1 or > 100_000
            ? new InputFault("simulate.no-units", $"方案共有 {units} 个单元，应在 1 到 100000 之间。", $"The plan has {units} units; there must be 1 to 100,000.")
        : Target < 1 ? new InputFault("simulate.bad-target", $"目标 {Target} 秒不合理。", $"The target of {Target} s makes no sense.") : null;
}
