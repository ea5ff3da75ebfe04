using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>Words as a program sends them.</summary>
/// <param name="Text">What is written.</param>
public sealed record Words(string? Text);

/// <summary>Another level, as it is asked for.</summary>
/// <param name="Level">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record LevelChange(ResponseLevel Level, string? Reason);

/// <summary>A task of a response as the API shows it.</summary>
/// <param name="Task">Its code in the plan.</param>
/// <param name="Matter">The matter it became.</param>
/// <param name="Number">What people call that matter.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Organization">Who has it now.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Step">Its place in the order.</param>
/// <param name="OpenedAt">When it was opened, UTC.</param>
/// <param name="SignDueAt">By when it should be signed, UTC.</param>
/// <param name="FinishDueAt">By when it should be done, UTC.</param>
/// <param name="Minutes">Whole minutes since it was opened; once done, those it took.</param>
/// <param name="Late">True when it misses a limit now.</param>
public sealed record TaskView(
    string Task, long Matter, string Number, string Title, string Organization, MatterState State, int Step,
    DateTimeOffset OpenedAt, DateTimeOffset SignDueAt, DateTimeOffset FinishDueAt, int Minutes, bool Late);

/// <summary>A response with its board and its reports.</summary>
/// <param name="Activation">The response.</param>
/// <param name="Tasks">Its tasks, late ones first.</param>
/// <param name="Situations">Its reports, the newest first.</param>
public sealed record BoardView(Activation Activation, IReadOnlyList<TaskView> Tasks, IReadOnlyList<Situation> Situations)
{
    /// <summary>The view at an instant.</summary>
    public static BoardView Of(Session session, Activation activation, DateTimeOffset now) => new(
        activation,
        [.. CommandBoard.Of(session, activation, now).Select(r => new TaskView(
            r.Task.Task, r.Matter.Id, r.Matter.Number, r.Matter.Title, r.Holder, r.Matter.State, r.Task.Step, r.Task.OpenedAt, r.Task.SignDueAt, r.Task.FinishDueAt, (int)r.Since.TotalMinutes, r.Late))],
        WriteSituation.Of(session, activation.Id));
}

/// <summary>A review with what was concluded from it.</summary>
/// <param name="Activation">The response or drill.</param>
/// <param name="Review">How it went.</param>
/// <param name="Conclusions">What is to be better, with the matters.</param>
public sealed record ReviewView(Activation Activation, DrillReview Review, IReadOnlyList<Conclusion> Conclusions)
{
    /// <summary>The view of a response.</summary>
    public static ReviewView Of(Session session, Activation activation) => new(activation, ReviewDrill.Of(session, activation), ConcludeReview.Of(session, activation.Id));
}
