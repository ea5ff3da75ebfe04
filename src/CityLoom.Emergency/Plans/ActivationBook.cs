using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>Keeps responses and drills, each change with its entry.</summary>
public static class ActivationBook
{
    /// <summary>The name under which they stand in the journal.</summary>
    public const string Subject = "activation";

    private const string Columns =
        "id, plan_id, version, level, drill, title, territory, organization, incident, matter_id, opened_at, ended_at, changes";

    private const string TaskColumns = "task, step, level, organization, matter_id, opened_at, sign_due_at, finish_due_at";

    /// <summary>Responses with the tasks they opened, what was reported of them and what their reviews concluded.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [
            new RowSet("plan_activations", "id", Columns + ", cause"),
            new RowSet("activation_tasks", "activation_id", TaskColumns),
            new RowSet("situation_reports", "activation_id", "number, words, level, tasks, done, late, at, account, organization"),
            new RowSet("review_conclusions", "activation_id", "number, words, organization, due_date, matter_id, at, account"),
        ]);

    /// <summary>The response with this identity, or null.</summary>
    public static Activation? Find(Session session, long id) => session.Row<Activation>($"select {Columns} from plan_activations where id = @id", new { id });

    /// <summary>Responses or drills, those that go on first, then the latest; a page of them.</summary>
    public static List<Activation> List(Session session, bool drill, int page, int size) => session.Rows<Activation>(
        $"select {Columns} from plan_activations where drill = @drill order by case when ended_at is null then 0 else 1 end, opened_at desc, id desc limit @size offset @offset",
        new { drill, size, offset = (Math.Max(1, page) - 1L) * size });

    /// <summary>How many responses, or drills, there are.</summary>
    public static int Count(Session session, bool drill) => session.Value<int>("select count(*) from plan_activations where drill = @drill", new { drill });

    /// <summary>The responses to an incident, by its matter.</summary>
    public static List<Activation> OfIncident(Session session, long matter) => session.Rows<Activation>(
        $"select {Columns} from plan_activations where incident = @matter order by id", new { matter });

    /// <summary>The tasks that were opened, in the plan's order.</summary>
    public static List<OpenedTask> Tasks(Session session, long id) => session.Rows<OpenedTask>(
        $"select {TaskColumns} from activation_tasks where activation_id = @id order by step, opened_at, task", new { id });

    /// <summary>The response, locked until the end of the transaction.</summary>
    internal static Activation? Take(Writing writing, long id) =>
        writing.Row<Activation>($"select {Columns} from plan_activations where id = @id{writing.ForUpdate}", new { id });

    /// <summary>The response to the same cause by the same plan that goes on now.</summary>
    internal static Activation? OfCause(Writing writing, Activation like) => writing.Row<Activation>(
        $"select {Columns} from plan_activations where plan_id = @PlanId and cause = @Cause and drill = @Drill and ended_at is null{writing.ForUpdate}", like);

    /// <summary>Claims the cause; null when another response to it goes on. The whole's matter is not known yet and no entry is written.</summary>
    internal static Activation? Claim(Writing writing, Activation asked)
    {
        var id = writing.Insert(
            "insert into plan_activations (plan_id, version, level, drill, title, territory, organization, incident, cause, opened_at, changes) "
            + "values (@PlanId, @Version, @Level, @Drill, @Title, @Territory, @Organization, @Incident, @Cause, @OpenedAt, 0) on conflict do nothing",
            asked);
        return id == 0 ? null : asked with { Id = id };
    }

    /// <summary>Stores what a change made of it, with its entry.</summary>
    internal static Activation Save(Writing writing, Activation activation, DateTimeOffset at, Actor by, string act, object? details)
    {
        var next = activation with { Changes = activation.Changes + 1 };
        writing.Execute(
            "update plan_activations set level = @Level, matter_id = @MatterId, ended_at = @EndedAt, changes = @Changes where id = @Id", next);
        Kept.Append(writing, next.Id, at, by, act, new { details, after = Standing(next) });
        return next;
    }

    internal static void AddTask(Writing writing, long activation, OpenedTask task) => writing.Execute(
        $"insert into activation_tasks (activation_id, {TaskColumns}) values (@activation, @Task, @Step, @Level, @Organization, @MatterId, @OpenedAt, @SignDueAt, @FinishDueAt)",
        new { activation, task.Task, task.Step, task.Level, task.Organization, task.MatterId, task.OpenedAt, task.SignDueAt, task.FinishDueAt });

    private static object Standing(Activation a) => new
    {
        a.PlanId, a.Version, level = (int)a.Level, a.Drill, a.Title, a.Territory, a.Organization, a.Incident, a.MatterId,
        opened = a.OpenedAt.ToUnixTimeMilliseconds(), ended = a.EndedAt?.ToUnixTimeMilliseconds(), a.Changes,
    };
}
