namespace CityLoom.Detection.Space;

/// <summary>Draws a number by given weights at the same cost for any number of them (Walker 1977, as built by Vose 1991).</summary>
internal sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _other;

    public AliasTable(IReadOnlyList<double> weights)
    {
        var total = weights.Sum();
        _keep = [.. weights.Select(weight => weight / total * weights.Count)];
        // Whatever rounding leaves without a partner falls back on the heaviest.
        var heaviest = Enumerable.Range(0, weights.Count).MaxBy(i => weights[i]);
        _other = [.. Enumerable.Repeat(heaviest, weights.Count)];
        var poor = new Stack<int>(Enumerable.Range(0, weights.Count).Where(i => _keep[i] < 1));
        var rich = new Stack<int>(Enumerable.Range(0, weights.Count).Where(i => _keep[i] >= 1));
        while (poor.Count > 0 && rich.Count > 0)
        {
            var (less, more) = (poor.Pop(), rich.Pop());
            _other[less] = more;
            _keep[more] -= 1 - _keep[less];
            (_keep[more] < 1 ? poor : rich).Push(more);
        }
        foreach (var left in poor.Where(left => weights[left] > 0))
        {
            _keep[left] = 1;
        }
    }

    public int Draw(ref RandomStream random)
    {
        var at = random.Below(_keep.Length);
        return random.Unit() < _keep[at] ? at : _other[at];
    }
}
