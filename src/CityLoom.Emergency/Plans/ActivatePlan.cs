using System.ComponentModel.DataAnnotations;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>A plan as it is called.</summary>
public sealed record NewActivation
{
    /// <summary>The level to begin with.</summary>
    public ResponseLevel Level { get; init; }

    /// <summary>True for a drill.</summary>
    public bool Drill { get; init; }

    /// <summary>What happened and where, 2 to 200 characters.</summary>
    [Required, StringLength(200, MinimumLength = 2)]
    public string Title { get; init; } = "";

    /// <summary>Code of the territory; that of the organization in command when not stated.</summary>
    public string? Territory { get; init; }

    /// <summary>The organization in command; the one that keeps the plan when not stated.</summary>
    public string? Organization { get; init; }

    /// <summary>The incident's matter, where there is one.</summary>
    public long? Incident { get; init; }
}

/// <summary>
/// Calls a plan: in one transaction the matter of the whole response and one part for each task of the level. Called again for the
/// same cause while it goes on, it is the same response.
/// </summary>
public static class ActivatePlan
{
    /// <summary>The posts that may call a plan and change its level.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Supervisor, Role.Dispatcher];

    /// <summary>The kind of the matters of a response.</summary>
    public const string ResponseKind = "response";

    /// <summary>The kind of the matters of a drill, which no count takes in.</summary>
    public const string DrillKind = "drill";

    /// <summary>What raised the matters of a response: the source's name, with the activation's identity.</summary>
    public const string Source = "activation";

    /// <summary>The response, and whether it was opened now.</summary>
    public static Outcome<(Activation Activation, bool Now)> Run(Writing writing, string code, NewActivation asked, SignedIn by, CityContext city)
    {
        if (PlanBook.Find(writing, code) is not { } head)
        {
            return PlanRefusals.Unknown;
        }

        var plan = PlanBook.Read(writing, head.Id, head.Version)!;
        var organization = asked.Organization ?? plan.Organization;
        var territory = asked.Territory ?? city.Organizations.Find(organization)?.TerritoryCode ?? "";
        if (Refuse(writing, plan, asked, organization, territory, by, city) is { } refusal)
        {
            return refusal;
        }

        var wanted = new Activation
        {
            PlanId = head.Id, Version = head.Version, Level = asked.Level, Drill = asked.Drill, Title = asked.Title.Trim(),
            Territory = territory, Organization = organization, Incident = asked.Incident, OpenedAt = city.Now,
        };
        if (ActivationBook.Claim(writing, wanted) is not { } claimed)
        {
            return ActivationBook.OfCause(writing, wanted) is { } on && on.Level == asked.Level
                ? (on, false)
                : PlanRefusals.OtherLevel(ActivationBook.OfCause(writing, wanted) ?? wanted);
        }

        return OpenWhole(writing, plan, claimed, by, city).Then<(Activation, bool)>(opened => (opened, true));
    }

    /// <summary>What matters of a drill begin with, so that nobody takes them for real.</summary>
    internal static string Mark(bool drill) => drill ? "【演练】" : "";

    private static Outcome<Activation> OpenWhole(Writing writing, Plan plan, Activation claimed, SignedIn by, CityContext city)
    {
        var whole = CreateMatter.Run(
            writing,
            new NewMatter
            {
                Kind = claimed.Drill ? DrillKind : ResponseKind,
                Title = $"{Mark(claimed.Drill)}{claimed.Level.Words().Zh}：{claimed.Title}",
                Words = $"按《{plan.Name}》第 {claimed.Version} 版{(claimed.Drill ? "演练" : "启动")}。",
                Territory = claimed.Territory,
                Organization = claimed.Organization,
                Kept = true,
                Urgency = claimed.Drill ? 0 : 2,
                RaisedBy = (Source, claimed.Id),
            },
            city.For(by), city.Territories);
        return whole.Then(matter => OpenTasks.Run(writing, plan, claimed with { MatterId = matter.Id }, by, city))
            .Then<Activation>(done => ActivationBook.Save(
                writing, done.Activation, city.Now, by.Actor, claimed.Drill ? "drilled" : "activated", new { plan = plan.Code, opened = done.Opened }));
    }

    private static Refusal? Refuse(
        Writing writing, Plan plan, NewActivation asked, string organization, string territory, SignedIn by, CityContext city) => asked switch
        {
            _ when plan.Levels.All(l => l.Level != asked.Level) => PlanRefusals.NoLevel,
            _ when asked.Title.Trim().Length is < 2 or > 200 => PlanRefusals.NoTitle,
            _ when city.Territories.Find(territory) is null => PlanRefusals.NoTerritory,
            _ when city.Organizations.Find(organization) is null => PlanRefusals.NoOrganization,
            _ when !MayCommand(by, organization, city) => PlanRefusals.NotYours,
            _ when asked.Incident is { } matter && MatterBook.Find(writing, matter) is not { Kind: "incident" } => PlanRefusals.NoIncident,
            _ => null,
        };

    /// <summary>True when this person may command for the organization: it is theirs or stands below it.</summary>
    public static bool MayCommand(SignedIn by, string organization, CityContext city) =>
        by.Grants.Any(g => May.Contains(g.Role) && city.Organizations.Within(organization, g.Organization));
}
