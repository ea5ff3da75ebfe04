using CityLoom.City.Organizations;
using CityLoom.City.Trees;
using CityLoom.Kernel;

namespace CityLoom.Directives.Review;

/// <summary>Finds the organizations that a reviewer types or chooses as owners.</summary>
public static class OwnerNames
{
    private static readonly char[] Between = ['、', ';', '；', ',', '，'];

    /// <summary>Codes for codes or names, several parted by 、 or a semicolon; a name such as 各区 gives many. Or which of them is unclear.</summary>
    public static Outcome<IReadOnlyList<string>> Find(string written, Directive directive, CityTrees trees)
    {
        var territory = TerritoryOf(directive, trees);
        var codes = new List<string>();
        foreach (var name in written.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (trees.Organizations.Find(name) is { } known)
            {
                codes.Add(known.Code);
                continue;
            }

            var match = trees.Directory.Find(name, territory);
            if (match.Kind is MatchKind.None or MatchKind.Several)
            {
                return DirectiveRefusals.OwnerUnclear(match.Reason, match.English);
            }

            codes.AddRange(match.Organizations.Select(o => o.Code));
        }

        return codes.Distinct().ToList();
    }

    /// <summary>Where a directive speaks from, so that a district's 区卫健局 is its own; null when it isn't known.</summary>
    internal static string? TerritoryOf(Directive directive, CityTrees trees) =>
        directive.Place is { } place && trees.Territories.FindByName(place) is [var only] ? only.Code : null;
}
