using System.Collections.Frozen;
using CityLoom.City.Organizations;
using CityLoom.City.Trees;

namespace CityLoom.Requests.Catalogue;

/// <summary>Who answers for a request, and by which line of the catalogue.</summary>
/// <param name="Organization">Code of the organization.</param>
/// <param name="Duty">The line; null when no catalogue says it and the tree of organizations was asked instead.</param>
/// <param name="Direct">True when it goes to their handlers at once; false when a person of theirs has to look first.</param>
public sealed record Route(string Organization, Duty? Duty, bool Direct);

/// <summary>One version of the duty catalogue, indexed. Immutable and shared.</summary>
public sealed class DutyCatalogue
{
    private readonly FrozenDictionary<(string Category, string Territory), Duty> _duties;
    private readonly FrozenDictionary<string, Offer> _offers;
    private readonly FrozenDictionary<string, Question[]> _questions;

    /// <summary>Indexes the lines; those of one category and territory must be one.</summary>
    public DutyCatalogue(int version, IReadOnlyList<Duty> duties, IReadOnlyList<Offer> offers, IReadOnlyList<Question> questions)
    {
        (Version, Duties, Offers, Questions) = (version, duties, offers, questions);
        _duties = duties.ToFrozenDictionary(d => (d.Category, d.Territory));
        _offers = offers.ToFrozenDictionary(o => o.Category);
        _questions = questions.GroupBy(q => q.Category).ToFrozenDictionary(g => g.Key, g => g.OrderBy(q => q.Position).ToArray());
    }

    /// <summary>The catalogue of a city that has none.</summary>
    public static DutyCatalogue Empty { get; } = new(0, [], [], []);

    /// <summary>Its number; 0 for none.</summary>
    public int Version { get; }

    /// <summary>All lines in the order of the file.</summary>
    public IReadOnlyList<Duty> Duties { get; }

    /// <summary>What residents are told of categories.</summary>
    public IReadOnlyList<Offer> Offers { get; }

    /// <summary>What they are asked.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>What residents are told of a category; plain when nothing is written.</summary>
    public Offer OfferOf(string category) => _offers.GetValueOrDefault(category) ?? new Offer { Category = category };

    /// <summary>What is asked about a category, in order.</summary>
    public IReadOnlyList<Question> QuestionsOf(string category) => _questions.GetValueOrDefault(category) ?? [];

    /// <summary>
    /// The line that holds for a category at a place. A line for the narrower category goes before one for the narrower place: the
    /// catalogue is a list of duties, and places only divide a duty. Null when none holds.
    /// </summary>
    public Duty? DutyOf(string category, string territory, CityTrees trees)
    {
        foreach (var concern in trees.Categories.Upwards(category).Select(c => c.Code).Append(""))
        {
            foreach (var place in trees.Territories.Upwards(territory))
            {
                if (_duties.TryGetValue((concern, place.Code), out var duty) && trees.Organizations.Find(duty.Organization) is not null)
                {
                    return duty;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Who answers for a request: by the catalogue; without a line by what the organizations say they handle; and where nobody does,
    /// the safety net. Null only in a city without organizations.
    /// </summary>
    public Route? RouteOf(string category, string territory, CityTrees trees) =>
        DutyOf(category, territory, trees) is { } duty ? new Route(duty.Organization, duty, duty is { Direct: true, Category.Length: > 0 })
        : trees.Advice.HandlerOf(category, territory) is { } handler ? new Route(handler.Code, null, true)
        : SafetyNet(trees) is { } net ? new Route(net.Code, null, false)
        : null;

    /// <summary>Who takes what nobody else does: the operations centre, or else the city's own government.</summary>
    private static Organization? SafetyNet(CityTrees trees) =>
        trees.Organizations.All.FirstOrDefault(o => o.Kind == OrganizationKind.Operations) ?? (trees.Organizations.Roots is [var root, ..] ? root : null);
}
