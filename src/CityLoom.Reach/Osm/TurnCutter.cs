using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Osm;

/// <summary>
/// Takes a junction with turn restrictions apart: each road gets a node at which one arrives and one from which one departs there,
/// and arcs without length lead from every arrival to every departure; the forbidden ones are marked, so that a profile decides.
/// All other junctions stay as they are.
/// </summary>
/// <param name="list">The roads; every arc has an opposite.</param>
/// <param name="ways">The way that each arc is a part of.</param>
internal sealed class TurnCutter(ArcList list, IReadOnlyList<long> ways)
{
    /// <summary>Applies the rules at the junctions named; returns how many forbade a turn that there is.</summary>
    public int Cut(IReadOnlyDictionary<int, List<TurnRule>> rules)
    {
        var arrivals = rules.Keys.ToDictionary(junction => junction, _ => new List<int>());
        for (var arc = 0; arc < list.Heads.Count; arc++)
        {
            if (arrivals.TryGetValue(list.Heads[arc], out var here))
            {
                here.Add(arc);
            }
        }
        var (ids, positions, applied) = (list.Ids.ToList(), list.Positions.ToList(), 0);
        foreach (var (junction, here) in arrivals)
        {
            var turns = new ArcLimits[here.Count, here.Count];
            var marked = rules[junction].Count(rule => Mark(rule, here, turns));
            if (marked > 0)
            {
                applied += marked;
                Split(junction, here, turns, ids, positions);
            }
        }
        (list.Ids, list.Positions) = (ids.ToArray(), positions.ToArray());
        return applied;
    }

    /// <summary>Marks what a rule forbids; false where its ways do not meet here, or it is not plain which part of them is meant.</summary>
    private bool Mark(TurnRule rule, List<int> arrivals, ArcLimits[,] turns)
    {
        var from = Matching(rule.From, arrivals, isFrom: true);
        var to = Matching(rule.To, arrivals, isFrom: false);
        var isBack = rule.From.SequenceEqual(rule.To);
        if (from.Count == 0 || to.Count == 0 || (!isBack && (from.Count > rule.From.Count || to.Count > rule.To.Count)))
        {
            return false;
        }
        var any = false;
        foreach (var arrival in from)
        {
            for (var departure = 0; departure < arrivals.Count; departure++)
            {
                var isMeant = isBack ? departure == arrival : to.Contains(departure);
                if (isMeant != rule.IsOnly)
                {
                    turns[arrival, departure] |= rule.Limit;
                    any = true;
                }
            }
        }
        return any;
    }

    /// <summary>Roads that are part of the ways and may be driven along in the direction that the rule takes them.</summary>
    private List<int> Matching(List<long> named, List<int> arrivals, bool isFrom) =>
        [.. Enumerable.Range(0, arrivals.Count).Where(at => named.Contains(ways[arrivals[at]])
            && !list.Facts[isFrom ? arrivals[at] : list.Opposites[arrivals[at]]].Limits.HasFlag(ArcLimits.Contraflow))];

    private void Split(int junction, List<int> arrivals, ArcLimits[,] turns, List<long> ids, List<Position> positions)
    {
        var departures = arrivals.ConvertAll(arrival => list.Opposites[arrival]);
        foreach (var (arrival, departure) in arrivals.Zip(departures))
        {
            list.Heads[arrival] = arrival == arrivals[0] ? junction : Another(junction, ids, positions);
            list.Tails[departure] = Another(junction, ids, positions);
        }
        for (var from = 0; from < arrivals.Count; from++)
        {
            for (var to = 0; to < departures.Count; to++)
            {
                list.Tails.Add(list.Heads[arrivals[from]]);
                list.Heads.Add(list.Tails[departures[to]]);
                list.Facts.Add(new(0, list.Facts[arrivals[from]].Class, 0, turns[from, to]));
                list.Opposites.Add(-1);
                list.Shapes.Add((0, 0));
            }
        }
    }

    private static int Another(int junction, List<long> ids, List<Position> positions)
    {
        ids.Add(ids[junction]);
        positions.Add(positions[junction]);
        return ids.Count - 1;
    }
}
