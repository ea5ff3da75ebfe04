using CityLoom.City.Matters;
using CityLoom.Emergency.Incidents;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Coverage;

/// <summary>A named draft of where stations stand.</summary>
public sealed record ReachPlan
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>What its maker called it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The changes, as an address tells them (<see cref="StationPlan"/>).</summary>
    public string Changes { get; init; } = "";

    /// <summary>When it was kept.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>For which organization.</summary>
    public string? Organization { get; init; }

    /// <summary>When it was put away; null while it is listed.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; init; }
}

/// <summary>Keeps plans.</summary>
public static class ReachPlanBook
{
    /// <summary>The name under which plans stand in the journal.</summary>
    public const string Subject = "reach-plan";

    private const string Columns = "id, name, changes, made_at, organization, dropped_at, version";

    /// <summary>Plans.</summary>
    public static KeptSubject Kept { get; } = new(Subject, [new RowSet("reach_plans", "id", Columns + ", account")]);

    /// <summary>The plans that are listed, the newest first.</summary>
    public static List<ReachPlan> All(Session session) =>
        session.Rows<ReachPlan>($"select {Columns} from reach_plans where dropped_at is null order by made_at desc, id desc limit 100");

    /// <summary>The plan, or null.</summary>
    public static ReachPlan? Find(Session session, long id) => session.Row<ReachPlan>($"select {Columns} from reach_plans where id = @id", new { id });

    /// <summary>The changes of a plan; none for the number 0, which means the stations in force.</summary>
    public static Outcome<StationPlan> ChangesOf(Session session, long id) =>
        id == 0 ? StationPlan.None
        : Find(session, id) is { } plan ? StationPlan.Parse(plan.Changes)
        : new Refusal("reach.plan-unknown", "没有这个方案。", "There is no such plan.", 404);

    /// <summary>Keeps a plan under a name.</summary>
    public static Outcome<ReachPlan> Keep(Writing writing, string name, StationPlan plan, ActContext context)
    {
        if (name.Trim() is not { Length: >= 1 and <= 80 } written)
        {
            return new Refusal("reach.name", "方案名须为 1–80 个字符。", "A plan's name has 1 to 80 characters.", 400);
        }

        if (plan.IsEmpty)
        {
            return new Refusal("reach.unchanged", "方案没有任何变动；请先移动、增加或撤销站点。", "The plan changes nothing; move, add or drop a station first.", 400);
        }

        var made = new ReachPlan { Name = written, Changes = plan.ToString(), MadeAt = context.Now, Organization = context.By?.Organization, Version = 1 };
        made = made with
        {
            Id = writing.Insert(
                "insert into reach_plans (name, changes, made_at, account, organization, version) values (@Name, @Changes, @MadeAt, @Account, @Organization, 1)",
                new { made.Name, made.Changes, made.MadeAt, context.By?.Account, made.Organization }),
        };
        Kept.Append(writing, made.Id, context.Now, context.By?.Actor ?? Actor.System, "kept", new { after = made });
        return made;
    }

    /// <summary>Puts a plan away; the journal keeps it.</summary>
    public static Outcome<ReachPlan> Drop(Writing writing, long id, ActContext context)
    {
        if (writing.Row<ReachPlan>($"select {Columns} from reach_plans where id = @id and dropped_at is null{writing.ForUpdate}", new { id }) is not { } plan)
        {
            return new Refusal("reach.plan-unknown", "没有这个方案。", "There is no such plan.", 404);
        }

        var after = plan with { DroppedAt = context.Now, Version = plan.Version + 1 };
        writing.Execute("update reach_plans set dropped_at = @DroppedAt, version = @Version where id = @id", new { after.DroppedAt, after.Version, id });
        Kept.Append(writing, id, context.Now, context.By?.Actor ?? Actor.System, "dropped", new { after });
        return after;
    }
}
