using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Dispatch;

/// <summary>
/// Which unit to send. The default is the one that arrives first by road; beside it stands the one that, arriving in time, takes the
/// least from the cover of everybody else (C. Jagtenberg, S. Bhulai, R. van der Mei 2016, 2017: it lowers late arrivals and
/// raises the mean response), with what it costs this caller.
/// </summary>
public static class ChooseUnit
{
    /// <summary>The recommendation, with every unit that was weighed.</summary>
    /// <param name="place">Where help is needed.</param>
    /// <param name="level">The level of unit that is needed.</param>
    /// <param name="units">All units.</param>
    /// <param name="net">Road times, demand and the standard.</param>
    public static Checked<UnitChoice> Run(string place, int level, IReadOnlyList<EmergencyUnit> units, CoverStandard net)
    {
        if ((net.Fault ?? net.Times.Unknown(place)) is { } fault)
        {
            return fault;
        }

        var cover = new ExpectedCover(net, units.Where(unit => unit.IsFree));
        var weighed = units.Select(unit => Weigh(unit, place, level, net, cover)).OrderBy(w => w.Refused is not null).ThenBy(w => w.Arrival).ThenBy(w => w.Unit.Id, StringComparer.Ordinal).ToList();
        var can = weighed.Where(w => w.Refused is null).ToList();
        if (can.Count == 0)
        {
            return new UnitChoice(place, null, null, Nobody(level), weighed);
        }

        var preserving = can.Where(w => w.Arrival <= net.Limit).MinBy(w => (w.CoverLost, w.Arrival)) ?? can[0];
        return new UnitChoice(place, can[0], preserving, Explain(can, preserving, net), weighed);
    }

    private static WeighedUnit Weigh(EmergencyUnit unit, string place, int level, CoverStandard net, ExpectedCover cover)
    {
        var drive = net.Times.Seconds(unit.Place, place);
        var refused = !unit.IsFree ? new Said($"状态为 {unit.State}", $"its state is {unit.State}")
            : unit.Level < level ? new Said($"等级 {unit.Level} 低于所需 {level}", $"its level {unit.Level} is below the {level} needed")
            : drive == TravelMatrix.Unreachable ? new Said("没有已知的道路时间", "no road time is known") : null;
        var arrival = drive == TravelMatrix.Unreachable ? drive : drive + unit.TurnOut;
        return new WeighedUnit(unit, unit.TurnOut, drive, arrival, unit.IsFree ? cover.Lost(unit) : 0, refused);
    }

    private static Said Nobody(int level) => new($"没有等级 {level} 以上的空闲单元可以到达", $"no free unit of level {level} or more can get there");

    private static Said Explain(List<WeighedUnit> can, WeighedUnit preserving, CoverStandard net)
    {
        var first = can[0];
        var late = first.Arrival > net.Limit ? new Said($"，超出标准 {first.Arrival - net.Limit} 秒", $", {first.Arrival - net.Limit} s beyond the standard") : new Said("", "");
        var next = can.Count > 1 ? new Said($"，比次近 {can[1].Unit.Id} 快 {can[1].Arrival - first.Arrival} 秒", $", {can[1].Arrival - first.Arrival} s before the next, {can[1].Unit.Id}") : new Said("，是唯一可派的", ", the only one that can go");
        var beside = preserving == first
            ? new Said("；也最不削弱其余覆盖", "; it also takes the least from the cover of others")
            : new Said($"；{preserving.Unit.Id} 晚 {preserving.Arrival - first.Arrival} 秒，少损失覆盖 {first.CoverLost - preserving.CoverLost:0.#}",
                $"; {preserving.Unit.Id} arrives {preserving.Arrival - first.Arrival} s later and takes {first.CoverLost - preserving.CoverLost:0.#} less from the cover of others");
        return new Said(
            $"{first.Unit.Id} 最先到达：出动 {first.TurnOut} 秒 + 行驶 {first.Drive} 秒{next.Words}{late.Words}{beside.Words}",
            $"{first.Unit.Id} arrives first: {first.TurnOut} s to turn out + {first.Drive} s to drive{next.English}{late.English}{beside.English}");
    }
}

/// <summary>The recommended units for one incident.</summary>
/// <param name="Place">Where help is needed.</param>
/// <param name="First">The one that arrives first; null when nobody can go.</param>
/// <param name="Preserving">The one that keeps most of the cover among those that arrive in time; the first one when none does.</param>
/// <param name="Reason">Why, with the figures.</param>
/// <param name="Weighed">Every unit: those that can go by arrival, then the others with what speaks against them.</param>
public sealed record UnitChoice(string Place, WeighedUnit? First, WeighedUnit? Preserving, Said Reason, IReadOnlyList<WeighedUnit> Weighed);

/// <summary>A unit as it was weighed.</summary>
/// <param name="Unit">Which.</param>
/// <param name="TurnOut">Seconds until it rolls.</param>
/// <param name="Drive">Seconds by road.</param>
/// <param name="Arrival">Both together.</param>
/// <param name="CoverLost">The expected covered weight that goes with it.</param>
/// <param name="Refused">What speaks against it; null when it can go.</param>
public sealed record WeighedUnit(EmergencyUnit Unit, int TurnOut, int Drive, int Arrival, double CoverLost, Said? Refused);
