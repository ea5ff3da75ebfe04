using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Dispatch;

/// <summary>What dispatch and relocation are judged by: road times, where demand arises, and the standard.</summary>
/// <param name="Times">Road times.</param>
/// <param name="Zones">Where demand arises.</param>
/// <param name="Limit">Seconds of turn-out and driving within which help should come.</param>
/// <param name="Busy">The share of time that a unit is busy.</param>
public sealed record CoverStandard(PlaceTimes Times, IReadOnlyList<Zone> Zones, int Limit, double Busy)
{
    internal InputFault? Fault =>
        Limit is < 1 or > 24 * 3600 ? new InputFault("dispatch.bad-limit", $"时限 {Limit} 秒不合理，应在 1 秒到 24 小时之间。", $"The limit of {Limit} s makes no sense; it must lie between 1 s and 24 h.")
        : Busy is not (>= 0 and < 1) ? new InputFault("dispatch.bad-busy", $"忙碌率 {Busy} 须在 0 与 1 之间。", $"The busy fraction {Busy} must lie between 0 and 1.") : null;
}

/// <summary>
/// Expected cover by free units: a zone that k of them reach in time counts with 1 − q^k of its weight (M. Daskin 1983), so the loss of
/// one of them costs (1 − q) q^(k−1).
/// </summary>
internal sealed class ExpectedCover
{
    private readonly CoverStandard _net;
    private readonly int[] _counts;

    public ExpectedCover(CoverStandard net, IEnumerable<EmergencyUnit> free)
    {
        (_net, _counts) = (net, new int[net.Zones.Count]);
        foreach (var unit in free)
        {
            Count(unit.Place, unit.TurnOut, 1);
        }
    }

    /// <summary>The expected covered weight.</summary>
    public double Value => Enumerable.Range(0, _counts.Length).Sum(zone => _net.Zones[zone].Weight * (1 - Math.Pow(_net.Busy, _counts[zone])));

    /// <summary>What goes when a unit that counts goes.</summary>
    public double Lost(EmergencyUnit unit) => Sum(unit.Place, unit.TurnOut, zone => Math.Pow(_net.Busy, _counts[zone] - 1));

    /// <summary>What a further unit at a place would bring.</summary>
    public double Gained(string place, int turnOut) => Sum(place, turnOut, zone => Math.Pow(_net.Busy, _counts[zone]));

    /// <summary>Counts a unit at a place, or no longer.</summary>
    public void Count(string place, int turnOut, int change)
    {
        for (var zone = 0; zone < _counts.Length; zone++)
        {
            _counts[zone] += Reaches(place, turnOut, zone) ? change : 0;
        }
    }

    private double Sum(string place, int turnOut, Func<int, double> share)
    {
        var sum = 0.0;
        for (var zone = 0; zone < _counts.Length; zone++)
        {
            sum += Reaches(place, turnOut, zone) ? _net.Zones[zone].Weight * (1 - _net.Busy) * share(zone) : 0;
        }

        return sum;
    }

    private bool Reaches(string place, int turnOut, int zone) => _net.Times.Seconds(place, _net.Zones[zone].Place) <= _net.Limit - turnOut;
}
