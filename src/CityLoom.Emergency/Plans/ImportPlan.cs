using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>Brings in a plan from its file. The same file again changes nothing; another one becomes the next version.</summary>
public static class ImportPlan
{
    /// <summary>The posts that may bring in plans, for the organizations they stand over.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Supervisor, Role.Dispatcher];

    private static readonly Refusal NotYours = new(
        "plan.not-yours", "只能维护本单位及下级单位的预案。", "You may keep the plans of your own organizations and those below them only.", 403);

    /// <summary>The plan as it stands now, or why it was not taken.</summary>
    public static Outcome<(PlanHead Plan, bool Changed)> Run(Writing writing, string json, SignedIn by, CityContext city) =>
        PlanCheck.Read(json, city).Then<(PlanHead, bool)>(plan => MayFor(by, plan.Organization, city)
            && (PlanBook.Find(writing, plan.Code) is not { } known || MayFor(by, known.Organization, city))
                ? PlanBook.Put(writing, plan, city, by.Actor)
                : NotYours);

    /// <summary>True when this person may keep what belongs to an organization.</summary>
    public static bool MayFor(SignedIn by, string organization, CityContext city) =>
        by.Grants.Any(g => May.Contains(g.Role) && city.Organizations.Within(organization, g.Organization));

    /// <summary>True when this person may keep what the whole city shares: their organization is the root of the tree.</summary>
    public static bool MayForCity(SignedIn by, CityContext city) => city.Organizations.Roots.Any(root => MayFor(by, root.Code, city));
}
