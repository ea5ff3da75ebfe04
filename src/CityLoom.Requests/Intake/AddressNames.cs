using System.Runtime.CompilerServices;
using CityLoom.City.Territories;

namespace CityLoom.Requests.Intake;

/// <summary>Finds the street or community that an address names. Made once for each division tree.</summary>
internal sealed class AddressNames
{
    private const int ShortestName = 3;
    private static readonly string[] Endings = ["居民委员会", "村民委员会", "街道办事处", "居委会", "村委会", "道"];
    private static readonly ConditionalWeakTable<TerritoryTree, AddressNames> Made = [];

    private readonly TerritoryTree _tree;
    private readonly List<(string Name, Territory Territory)> _names;

    private AddressNames(TerritoryTree tree)
    {
        _tree = tree;
        _names = [.. tree.All.Where(t => t.Level > TerritoryLevel.City).Select(t => (Stem(t), t)).Where(n => n.Item1.Length >= ShortestName)];
    }

    /// <summary>The names of a tree.</summary>
    public static AddressNames Of(TerritoryTree tree) => Made.GetValue(tree, t => new AddressNames(t));

    /// <summary>
    /// The innermost territory within <paramref name="within"/> that the address names. Where two of a level share the name it stays
    /// at what is above them: a wrong community is worse than none.
    /// </summary>
    public string Find(string address, string within)
    {
        var found = _names.FindAll(n => address.Contains(n.Name, StringComparison.Ordinal) && _tree.Within(n.Territory.Code, within));
        foreach (var level in found.Select(n => n.Territory.Level).Distinct().Order())
        {
            var here = found.FindAll(n => n.Territory.Level == level && _tree.Within(n.Territory.Code, within));
            var longest = here.Count == 0 ? [] : here.FindAll(n => n.Name.Length == here.Max(h => h.Name.Length));
            if (longest is [var only])
            {
                within = only.Territory.Code;
            }
        }

        return within;
    }

    private static string Stem(Territory territory)
    {
        var ending = Array.Find(Endings, e => territory.Name.EndsWith(e, StringComparison.Ordinal) && territory.Level > TerritoryLevel.District);
        return ending is null ? territory.Name : territory.Name[..^ending.Length];
    }
}
