namespace CityLoom.Reach.Locate.Search;

/// <summary>
/// Finds the best choice of a relaxation with proof: local search for an answer at once, the Lagrangian bound, sites closed by
/// reduced cost, and branching on the site that the bound is least sure of, the most promising node first.
/// </summary>
internal sealed class BranchAndBound(Relaxation relaxation, SiteRange root, SearchLimits limits)
{
    /// <summary>A choice that falls short by more than this share is not worth a local search.</summary>
    private const double Promising = 0.02;

    private readonly long _started = limits.Clock.GetTimestamp();
    private readonly Subgradient _subgradient = new(relaxation);
    private readonly PriorityQueue<Node, double> _open = new();
    private readonly HashSet<ulong> _tried = [];
    private double _objective = double.NegativeInfinity;
    private int[]? _units;
    private int _nodes;

    private sealed record Node(SiteRange Range, double[] Multipliers, double Bound, int Depth);

    /// <summary>Ends the search once the objective is at least this; for questions of yes or no.</summary>
    public double Enough { get; init; } = double.PositiveInfinity;

    /// <summary>Ends the search once no choice can have an objective of this or more.</summary>
    public double Hopeless { get; init; } = double.NegativeInfinity;

    /// <summary>Searches; units are null when there is no feasible choice, or none was found in time.</summary>
    public SearchResult Run()
    {
        Offer(relaxation.FirstChoice());
        var multipliers = new double[relaxation.Multipliers];
        relaxation.Start(multipliers, Over);
        _open.Enqueue(new Node(root, multipliers, double.PositiveInfinity, 0), double.NegativeInfinity);
        var bound = double.PositiveInfinity;
        while (_open.TryPeek(out var next, out _) && next.Bound > Cut && !Over())
        {
            bound = Math.Min(bound, next.Bound);
            limits.Progress?.Invoke(_objective, bound);
            if (next.Bound <= _objective + limits.Gap * Math.Abs(_objective))
            {
                break;
            }

            Explore(_open.Dequeue());
        }

        var left = _open.TryPeek(out var open, out _) && open.Bound > Cut ? open.Bound : double.NegativeInfinity;
        return new SearchResult(_units, _objective, Math.Max(_objective, left), _nodes, left > double.NegativeInfinity);
    }

    /// <summary>A node whose bound is not above this holds nothing new.</summary>
    private double Cut => Math.Max(
        _units is null ? relaxation.Floor - 1e-6 : _objective + (relaxation.Grain > 0 ? relaxation.Grain - 1e-6 : 1e-10 * Math.Abs(_objective)),
        Hopeless - 1e-6);

    private bool Over() => _objective >= Enough || limits.Cancel.IsCancellationRequested
        || (limits.Time is { } time && limits.Clock.GetElapsedTime(_started) > time);

    private void Explore(Node node)
    {
        _nodes++;
        var (range, multipliers) = (node.Range, node.Depth == 0 ? node.Multipliers : (double[])node.Multipliers.Clone());
        var rootNode = node.Depth == 0;
        var pace = !rootNode ? new Pace(200, 1.9, 0.02, 30, Over)
            : relaxation.StartsNear ? new Pace(1000, 0.5, 1e-3, 30, Over) : new Pace(4000, 1.9, 1e-4, 150, Over);
        var step = 0;
        var found = _subgradient.Run(range, multipliers, pace, () => Cut, units => step++ % (rootNode ? 10 : 30) == 0 ? Try(units) : _objective);
        var bound = Math.Min(node.Bound, found);
        if (bound <= Cut)
        {
            return;
        }

        if (!relaxation.Possible(range))
        {
            return;
        }

        if (range.Decided(relaxation.Units))
        {
            Offer((int[])range.Least.Clone());
            return;
        }

        if (rootNode && _units is { } best)
        {
            Offer(relaxation.Intensify(best, range, multipliers, Over));
        }

        Branch(node, range, multipliers, bound);
    }

    private void Branch(Node node, SiteRange range, double[] multipliers, double bound)
    {
        var site = LeastSure(range);
        var middle = Math.Clamp((int)Math.Floor(_subgradient.Average[site]), range.Least[site], range.Most[site] - 1);
        var (low, high) = (range.Copy(), range);
        (low.Most[site], high.Least[site]) = (middle, middle + 1);
        foreach (var child in new[] { high, low })
        {
            if (relaxation.Possible(child))
            {
                _open.Enqueue(new Node(child, multipliers, bound, node.Depth + 1), -bound);
            }
        }
    }

    /// <summary>The undecided site whose average lies farthest from whole units.</summary>
    private int LeastSure(SiteRange range)
    {
        var (best, score) = (-1, double.NegativeInfinity);
        for (var site = 0; site < relaxation.Sites; site++)
        {
            var average = Math.Clamp(_subgradient.Average[site], range.Least[site], range.Most[site]);
            var unsure = 0.5 - Math.Abs(average - Math.Floor(average) - 0.5);
            if (range.Least[site] < range.Most[site] && unsure > score)
            {
                (best, score) = (site, unsure);
            }
        }

        return best;
    }

    /// <summary>Improves a choice that the bound led to unless it was seen before; returns the best objective known.</summary>
    private double Try(int[] units)
    {
        if (_tried.Add(Print(units)))
        {
            var (copy, now) = ((int[])units.Clone(), relaxation.Evaluate(units));
            Offer(copy, now < _objective - Promising * Math.Abs(_objective) && double.IsFinite(now) ? now : relaxation.Improve(copy));
        }

        return _objective;
    }

    private void Offer(int[]? units)
    {
        if (units is not null)
        {
            Offer(units, relaxation.Evaluate(units));
        }
    }

    private void Offer(int[] units, double objective)
    {
        if (objective > _objective)
        {
            (_units, _objective) = ((int[])units.Clone(), objective);
        }
    }

    private static ulong Print(int[] units)
    {
        var print = 14695981039346656037UL;
        foreach (var count in units)
        {
            print = (print ^ (uint)count) * 1099511628211UL;
        }

        return print;
    }
}

/// <summary>What a search found.</summary>
/// <param name="Units">The best choice; null when none was found.</param>
/// <param name="Objective">Its objective.</param>
/// <param name="Bound">No choice has more than this.</param>
/// <param name="Nodes">Nodes looked at.</param>
/// <param name="Open">Whether nodes were left unexplored, so that the bound is no proof.</param>
internal sealed record SearchResult(int[]? Units, double Objective, double Bound, int Nodes, bool Open);
