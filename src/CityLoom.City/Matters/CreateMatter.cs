using CityLoom.City.Calendar;
using CityLoom.City.Territories;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Makes a matter: somebody answers for it from the first instant.</summary>
public static class CreateMatter
{
    /// <summary>Roles that may make one, in their own organizations.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Intake, Role.Dispatcher, Role.Supervisor, Role.Handler];

    /// <summary>What is done beyond raising it, dispatching at once or keeping it, needs the roles of that act; parts are offered by whoever may divide.</summary>
    private static IReadOnlyList<Role> RolesFor(NewMatter asked) => asked switch
    {
        { DispatchTo: not null, Parent: null } => Transitions.Of(Act.Dispatch).Roles,
        { Kept: true } => Transitions.Of(Act.Start).Roles,
        _ => May,
    };

    /// <summary>Checks what is asked for and stores the matter with the first entry of its chain.</summary>
    public static Outcome<Matter> Run(Writing writing, NewMatter asked, ActContext context, TerritoryTree territories)
    {
        if (Refuse(asked, context, territories) is { } refusal)
        {
            return refusal;
        }

        var accountable = asked.Organization ?? context.By!.Organization!;
        var matter = Begin(asked, accountable, context, territories);
        if (context.By is not null && !context.GrantsFor(matter).Any(g => RolesFor(asked).Contains(g.Role) && context.Tree.Within(accountable, g.Organization)))
        {
            return MatterRefusals.NotYours;
        }

        return MatterBook.Insert(writing, matter, context.Now, context.By?.Actor ?? Actor.System);
    }

    internal static Matter Begin(NewMatter asked, string accountable, ActContext context, TerritoryTree territories)
    {
        var kind = MatterKinds.Of(asked.Kind);
        var matter = new Matter
        {
            Kind = kind.Code,
            Title = asked.Title.Trim(),
            Words = asked.Words?.Trim() ?? "",
            State = kind.First,
            Category = asked.Category,
            Territory = asked.Territory,
            Place = asked.Territory is { } code ? PlaceOf(code, territories) : "",
            Longitude = asked.Longitude,
            Latitude = asked.Latitude,
            Accountable = accountable,
            Term = asked.Term,
            DueDate = asked.DueDate,
            Supports = string.Join(';', asked.Supports),
            Urgency = asked.Urgency,
            Confidential = asked.Confidential,
            Source = asked.RaisedBy?.Source,
            SourceId = asked.RaisedBy?.Id,
            Parent = asked.Parent,
            CreatedAt = context.Now,
            Version = 1,
        };
        if (matter.State == MatterState.Registered || asked.DispatchTo is not null || asked.Kept)
        {
            matter = MatterEffects.Accept(matter with { State = asked.Kept ? MatterState.InProgress : MatterState.Registered }, context);
        }

        if (asked.Kept)
        {
            return matter with { Handling = accountable, SignedAt = context.Now };
        }

        return asked.DispatchTo is { } to ? MatterEffects.Offer(matter with { State = MatterState.Dispatched }, to, context) : matter;
    }

    /// <summary>The codes from the root down to a territory.</summary>
    public static string PlaceOf(string code, TerritoryTree territories) =>
        string.Concat(territories.Upwards(code).Reverse().Select(t => t.Code + "/"));

    private static Refusal? Refuse(NewMatter asked, ActContext context, TerritoryTree territories) => asked switch
    {
        _ when MatterKinds.Find(asked.Kind) is null => Bad(
            "kind", $"没有“{asked.Kind}”这种事项；可用：{Kinds}。", $"There is no kind '{asked.Kind}'; use one of: {Kinds}."),
        _ when MatterKinds.Find(asked.Kind) is { Counted: false } && asked.RaisedBy is null => Bad(
            "practice", "演练任务只能由演练派出，不能单独登记。", "The tasks of a drill are sent out by the drill; they cannot be made one by one."),
        _ when asked.Title.Trim().Length is < 2 or > 300 => Bad("title", "标题须为 2–300 个字符。", "A title has 2 to 300 characters."),
        _ when asked.Organization is null && context.By?.Organization is null => Bad(
            "organization", "须写明首问责任单位。", "Name the organization that answers for it."),
        _ when Unknown(asked.Organization, context) || Unknown(asked.DispatchTo, context) || (asked.Supports.Count > 0 && asked.Supports.Any(o => Unknown(o, context))) => MatterRefusals.OrganizationUnknown,
        _ when asked.Territory is not null && territories.Find(asked.Territory) is null => Bad(
            "territory", $"没有编码为 {asked.Territory} 的区划。", $"There is no territory with the code {asked.Territory}."),
        _ when asked is { Kept: true, DispatchTo: not null } => Bad(
            "kept", "自办的事项不能同时派给别的单位。", "What is kept cannot be dispatched at the same time."),
        _ when asked is { Term: not null, DueDate: not null } => Bad(
            "term", "期限只能写一种：办理时长或到期日期。", "State either a term or a due date, not both."),
        _ when asked.Term is not null && !Term.TryParse(asked.Term, out _, out _) => Bad(
            "term", $"期限“{asked.Term}”不成形；写作 days:5 或 mins:240。", $"The term '{asked.Term}' is malformed; write days:5 or mins:240."),
        _ when asked.DueDate is { } date && !MatterClock.Reckons(date) => MatterRefusals.BadDate,
        _ when asked.Words?.Length > 20_000 => MatterRefusals.TooLong,
        _ when asked.Longitude is not (null or (>= -180 and <= 180)) || asked.Latitude is not (null or (>= -90 and <= 90)) => Bad(
            "place", "经度须在 -180 至 180、纬度须在 -90 至 90 之间。", "A longitude lies between -180 and 180, a latitude between -90 and 90."),
        _ when asked.Urgency is not (>= 0 and <= 2) => Bad("urgency", "紧急程度为 0、1 或 2。", "The urgency is 0, 1 or 2."),
        _ when asked.Longitude is null != asked.Latitude is null => Bad(
            "place", "经度和纬度须同时给出。", "Give longitude and latitude together."),
        _ => null,
    };

    private static string Kinds => string.Join(", ", MatterKinds.All.Select(k => k.Code));

    private static bool Unknown(string? organization, ActContext context) => organization is not null && context.Tree.Find(organization) is null;

    private static Refusal Bad(string what, string words, string english) => new($"matter.{what}", words, english, 400);
}
