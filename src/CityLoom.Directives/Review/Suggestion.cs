using CityLoom.City;
using CityLoom.City.Organizations;
using CityLoom.City.Trees;
using CityLoom.Reading;

namespace CityLoom.Directives.Review;

/// <summary>What to choose for a measure, and how it came about: what the words say, or a suggestion that is marked as one.</summary>
/// <param name="Leads">Codes of organizations to do it.</param>
/// <param name="Supports">Codes of organizations to support it.</param>
/// <param name="OwnersStated">True when the words name them; false when they are only suggested.</param>
/// <param name="OwnerWhy">How the owners were found.</param>
/// <param name="DueDate">By when.</param>
/// <param name="DueStated">True when the words say so.</param>
/// <param name="DueWhy">How the date was found.</param>
public sealed record Suggestion(
    IReadOnlyList<string> Leads, IReadOnlyList<string> Supports, bool OwnersStated, Bilingual? OwnerWhy, DateOnly? DueDate, bool DueStated, Bilingual? DueWhy)
{
    private static readonly Bilingual ByLevel = new(
        "原文未写，也没有对应的类别；按会议的层级由本级政府先承办，可再转办。",
        "Neither named nor of a known category; by the level of the meeting its government takes it and may hand it on.");

    /// <summary>What to offer a reviewer for a measure; it decides nothing.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="found">What the reader found in it.</param>
    /// <param name="trees">The city's trees.</param>
    /// <param name="today">The civil date; no day before it is suggested.</param>
    public static Suggestion For(Directive directive, ReviewedMeasure measure, Measure found, CityTrees trees, DateOnly today)
    {
        var (leads, supports, stated, why) = Owners(directive, measure, found, trees);
        var (due, dueStated, dueWhy) = Due(directive, found, today);
        return new Suggestion(leads, supports, stated, why, due, dueStated, dueWhy);
    }

    private static (IReadOnlyList<string> Leads, IReadOnlyList<string> Supports, bool Stated, Bilingual? Why) Owners(
        Directive directive, ReviewedMeasure measure, Measure found, CityTrees trees)
    {
        var territory = OwnerNames.TerritoryOf(directive, trees);
        var matches = found.Owners.Select(o => (o.Role, Match: trees.Directory.Find(o.Name, territory))).Where(m => m.Match.Organizations.Count > 0).ToList();
        if (matches.Count > 0)
        {
            var leading = matches.Exists(m => m.Role == OwnerRole.Lead) ? OwnerRole.Lead : OwnerRole.Responsible;
            var leads = matches.Where(m => m.Role == leading).SelectMany(m => m.Match.Organizations).Select(o => o.Code).Distinct().ToList();
            var supports = matches.Where(m => m.Role != leading).SelectMany(m => m.Match.Organizations).Select(o => o.Code).Except(leads).Distinct().ToList();
            return leads.Count > 0
                ? (leads, supports, true, new Bilingual(string.Concat(matches.Select(m => m.Match.Reason)), string.Join(' ', matches.Select(m => m.Match.English))))
                : (supports, [], true, null);
        }

        var advice = trees.Advice.Suggest($"{string.Concat(found.Theme)} {measure.Words}", territory);
        return advice.Count > 0 ? ([advice[0].Organization.Code], [], false, new Bilingual(advice[0].Reason, advice[0].English))
            : AuthorityOf(territory, trees) is { } authority ? ([authority.Code], [], false, ByLevel)
            : ([], [], false, null);
    }

    /// <summary>What nobody else handles is for the general authority of the level that met, which may hand it on.</summary>
    private static Organization? AuthorityOf(string? territory, CityTrees trees)
    {
        var place = territory ?? (trees.Territories.Roots is [var city] ? city.Code : null);
        return trees.Organizations.All.FirstOrDefault(o => o.Kind == OrganizationKind.Government && o.TerritoryCode == place);
    }

    private static (DateOnly? Due, bool Stated, Bilingual? Why) Due(Directive directive, Measure found, DateOnly today)
    {
        if (found.Deadline?.End is { } end)
        {
            return (end, true, new Bilingual($"原文“{found.Deadline.Raw}”。", $"The text says '{found.Deadline.Raw}'."));
        }

        return directive.YearEnd is { } yearEnd && yearEnd >= today
            ? (yearEnd, false, new Bilingual("按文件年度的最后一天。", "The last day of the document's year."))
            : (null, false, null);
    }
}
