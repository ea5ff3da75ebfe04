namespace CityLoom.Detection.Fusion;

/// <summary>What belongs together on a day.</summary>
/// <param name="Warnings">Warnings that stand, the oldest first; several when a finding bridges them.</param>
/// <param name="Findings">Findings of the day, the most remarkable first; none for a warning that was not seen.</param>
internal sealed record Outbreak(IReadOnlyList<Warning> Warnings, IReadOnlyList<Finding> Findings);

/// <summary>Joins warnings and findings of one condition that hold the same place or touch, by union and find.</summary>
internal sealed class Outbreaks
{
    private readonly List<Warning> _warnings;
    private readonly List<Finding> _findings;
    private readonly int[] _parent;

    public Outbreaks(List<Warning> warnings, List<Finding> findings, Neighbours neighbours)
    {
        _warnings = [.. warnings.OrderBy(warning => warning.Opened).ThenBy(warning => warning.Id, StringComparer.Ordinal)];
        _findings = [.. findings.OrderBy(finding => finding.Level).ThenBy(finding => finding.Rate).ThenBy(finding => finding.PValue)
            .ThenBy(finding => finding.Condition, StringComparer.Ordinal).ThenBy(finding => finding.Territory, StringComparer.Ordinal)];
        _parent = [.. Enumerable.Range(0, _warnings.Count + _findings.Count)];
        Join(neighbours);
    }

    /// <summary>The parts in a fixed order.</summary>
    public IEnumerable<Outbreak> Parts() => Enumerable.Range(0, _parent.Length).GroupBy(Root).Select(part => new Outbreak(
        [.. part.Where(i => i < _warnings.Count).Select(i => _warnings[i])],
        [.. part.Where(i => i >= _warnings.Count).Select(i => _findings[i - _warnings.Count])]));

    private void Join(Neighbours neighbours)
    {
        var holders = new Dictionary<(string, string), List<int>>();
        for (var i = 0; i < _warnings.Count; i++)
        {
            foreach (var place in _warnings[i].Places.Keys)
            {
                Hold(holders, (_warnings[i].Condition, place), i);
            }
        }
        for (var i = 0; i < _findings.Count; i++)
        {
            Hold(holders, (_findings[i].Condition, _findings[i].Territory), _warnings.Count + i);
        }
        for (var i = 0; i < _findings.Count; i++)
        {
            foreach (var place in neighbours.Of(_findings[i].Territory).Append(_findings[i].Territory))
            {
                foreach (var other in holders.GetValueOrDefault((_findings[i].Condition, place), []))
                {
                    _parent[Root(_warnings.Count + i)] = Root(other);
                }
            }
        }
    }

    private static void Hold(Dictionary<(string, string), List<int>> holders, (string, string) cell, int holder)
    {
        if (!holders.TryGetValue(cell, out var own))
        {
            holders[cell] = own = [];
        }
        own.Add(holder);
    }

    private int Root(int i)
    {
        while (_parent[i] != i)
        {
            i = _parent[i] = _parent[_parent[i]];
        }
        return i;
    }
}
