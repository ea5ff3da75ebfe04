using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Dispatch;

/// <summary>
/// Advice which free units to move to which stations so that the expected cover grows most, one move after the other, each unit
/// at most once (C. Jagtenberg, S. Bhulai, R. van der Mei, "An efficient heuristic for real-time ambulance redeployment", 2015). Advice
/// only: a person decides.
/// </summary>
public static class AdviseMoves
{
    /// <summary>The moves worth making, the best first; fewer than allowed when no more is worth it.</summary>
    /// <param name="units">All units.</param>
    /// <param name="stations">Places where a unit may stand.</param>
    /// <param name="net">Road times, demand and the standard.</param>
    /// <param name="rules">How many moves, how far, and from which gain.</param>
    public static Checked<MoveAdvice> Run(IReadOnlyList<EmergencyUnit> units, IReadOnlyList<string> stations, CoverStandard net, MoveRules rules)
    {
        if (net.Fault is { } fault)
        {
            return fault;
        }

        if (rules.Moves is < 0 or > 1000 || rules.LongestDrive < 0 || !(rules.LeastGain >= 0))
        {
            return new InputFault("dispatch.bad-move-rules", "移动次数、最长行驶时间和最小收益不能为负数，移动最多 1000 次。",
                "The moves, the longest drive and the least gain must not be negative; there may be at most 1000 moves.");
        }

        var free = units.Where(unit => unit.IsFree).ToList();
        var cover = new ExpectedCover(net, free);
        var (before, moves) = (cover.Value, new List<Move>());
        while (moves.Count < rules.Moves && Best(free, stations, net, rules, cover) is { } move)
        {
            moves.Add(move);
            free.Remove(move.Unit);
            cover.Count(move.Unit.Place, move.Unit.TurnOut, -1);
            cover.Count(move.To, move.Unit.TurnOut, 1);
        }

        return new MoveAdvice(before, cover.Value, moves);
    }

    private static Move? Best(List<EmergencyUnit> free, IReadOnlyList<string> stations, CoverStandard net, MoveRules rules, ExpectedCover cover)
    {
        Move? best = null;
        foreach (var unit in free)
        {
            var lost = cover.Lost(unit);
            cover.Count(unit.Place, unit.TurnOut, -1);
            foreach (var station in stations.Where(station => station != unit.Place))
            {
                var drive = net.Times.Seconds(unit.Place, station);
                var gain = cover.Gained(station, unit.TurnOut) - lost;
                if (drive <= rules.LongestDrive && drive < TravelMatrix.Unreachable && gain > Math.Max(rules.LeastGain, 1e-9) && !(gain <= best?.Gain))
                {
                    best = new Move(unit, station, drive, gain);
                }
            }

            cover.Count(unit.Place, unit.TurnOut, 1);
        }

        return best;
    }
}

/// <summary>Limits on relocation.</summary>
/// <param name="Moves">At most so many moves.</param>
/// <param name="LongestDrive">No move takes longer, in seconds.</param>
/// <param name="LeastGain">No move brings less expected covered weight.</param>
public sealed record MoveRules(int Moves, int LongestDrive, double LeastGain);

/// <summary>The advice.</summary>
/// <param name="Before">Expected covered weight as units stand.</param>
/// <param name="After">The same after the moves.</param>
/// <param name="Moves">The moves.</param>
public sealed record MoveAdvice(double Before, double After, IReadOnlyList<Move> Moves);

/// <summary>One move.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="To">Which station.</param>
/// <param name="Drive">Seconds by road.</param>
/// <param name="Gain">The expected covered weight that it adds.</param>
public sealed record Move(EmergencyUnit Unit, string To, int Drive, double Gain);
