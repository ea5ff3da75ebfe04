namespace CityLoom.Detection.Fusion;

/// <summary>Which territories touch: a relation that holds both ways or not at all.</summary>
public sealed class Neighbours
{
    private readonly Dictionary<string, SortedSet<string>> _of = [];

    /// <summary>No territory touches another.</summary>
    public static Neighbours None { get; } = new([]);

    /// <summary>Takes pairs in any order and any number of times; a territory doesn't touch itself.</summary>
    public Neighbours(IEnumerable<(string One, string Other)> pairs)
    {
        foreach (var (one, other) in pairs.Where(pair => pair.One != pair.Other))
        {
            Add(one, other);
            Add(other, one);
        }
    }

    /// <summary>The neighbours of a territory in the order of their codes.</summary>
    public IReadOnlyCollection<string> Of(string territory) => _of.TryGetValue(territory, out var near) ? near : [];

    private void Add(string one, string other)
    {
        if (!_of.TryGetValue(one, out var near))
        {
            _of[one] = near = new(StringComparer.Ordinal);
        }
        near.Add(other);
    }
}
