using System.Text.Json;
using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>How one task went, as the journal tells it.</summary>
/// <param name="Task">The task as it was opened, with its limits.</param>
/// <param name="Organization">The organization that had it at last.</param>
/// <param name="SignedAt">When it was signed first; null when never.</param>
/// <param name="FinishedAt">When it was last reported done and not sent back; null when never.</param>
/// <param name="Touched">True when anybody of the organizations did anything with it.</param>
public sealed record TaskReview(OpenedTask Task, string Organization, DateTimeOffset? SignedAt, DateTimeOffset? FinishedAt, bool Touched)
{
    /// <summary>Time to sign.</summary>
    public TimeSpan? ToSign => SignedAt - Task.OpenedAt;

    /// <summary>Time to finish.</summary>
    public TimeSpan? ToFinish => FinishedAt - Task.OpenedAt;

    /// <summary>True when it was signed late or never.</summary>
    public bool SignLate => SignedAt is not { } at || at > Task.SignDueAt;

    /// <summary>True when it was finished late or never.</summary>
    public bool FinishLate => FinishedAt is not { } at || at > Task.FinishDueAt;
}

/// <summary>How one organization did.</summary>
/// <param name="Organization">Which.</param>
/// <param name="Tasks">Its tasks.</param>
/// <param name="SignedInTime">Of these signed within the limit.</param>
/// <param name="FinishedInTime">Of these finished within the limit.</param>
/// <param name="Untouched">Of these never touched.</param>
/// <param name="SlowestToSign">The longest time it took to sign one; null when none was signed.</param>
/// <param name="SlowestToFinish">The longest time it took to finish one.</param>
public sealed record OrganizationReview(
    string Organization, int Tasks, int SignedInTime, int FinishedInTime, int Untouched, TimeSpan? SlowestToSign, TimeSpan? SlowestToFinish);

/// <summary>What a response or drill shows afterwards, against the limits of its plan.</summary>
/// <param name="Tasks">Each task, in the plan's order.</param>
/// <param name="Organizations">Each organization, those with the most missed limits first.</param>
public sealed record DrillReview(IReadOnlyList<TaskReview> Tasks, IReadOnlyList<OrganizationReview> Organizations)
{
    /// <summary>Tasks of which a limit was missed.</summary>
    public IReadOnlyList<TaskReview> Late => [.. Tasks.Where(t => t.Touched && (t.SignLate || t.FinishLate))];

    /// <summary>Tasks that nobody touched.</summary>
    public IReadOnlyList<TaskReview> Untouched => [.. Tasks.Where(t => !t.Touched)];
}

/// <summary>Computes the review of a response from the journal of its matters, not from how their rows stand today.</summary>
public static class ReviewDrill
{
    /// <summary>The review, with two queries.</summary>
    public static DrillReview Of(Session session, Activation activation)
    {
        var tasks = ActivationBook.Tasks(session, activation.Id);
        var entries = session.Rows<JournalEntry>(
            $"select * from journal where subject = @subject and {session.Among("subject_id", "ids")} order by subject_id, seq",
            new { subject = MatterBook.Subject, ids = tasks.Select(t => t.MatterId).ToArray() }).ToLookup(e => e.SubjectId);
        return From(tasks, id => [.. entries[id]]);
    }

    /// <summary>The review of tasks by the entries of their matters.</summary>
    public static DrillReview From(IReadOnlyList<OpenedTask> tasks, Func<long, IReadOnlyList<JournalEntry>> journal)
    {
        var reviewed = tasks.Select(t => Of(t, journal(t.MatterId))).ToList();
        var organizations = reviewed.GroupBy(t => t.Organization).Select(g => new OrganizationReview(
            g.Key, g.Count(), g.Count(t => !t.SignLate), g.Count(t => !t.FinishLate), g.Count(t => !t.Touched), g.Max(t => t.ToSign), g.Max(t => t.ToFinish)));
        return new DrillReview(
            reviewed,
            [.. organizations.OrderByDescending(o => o.Tasks - o.SignedInTime + o.Tasks - o.FinishedInTime).ThenBy(o => o.Organization, StringComparer.Ordinal)]);
    }

    private static TaskReview Of(OpenedTask task, IReadOnlyList<JournalEntry> entries)
    {
        var signed = entries.FirstOrDefault(e => e.Act == nameof(Act.Sign));
        var finished = entries.LastOrDefault(e => e.Act is nameof(Act.Resolve) or nameof(Act.Rework) or nameof(Act.Reopen));
        return new TaskReview(
            task,
            entries.Where(e => e.Act is nameof(Act.Dispatch) or nameof(Act.HandOver)).Select(GivenTo).LastOrDefault(o => o is not null) ?? task.Organization,
            signed?.At,
            finished?.Act == nameof(Act.Resolve) ? finished.At : null,
            entries.Any(e => e.Account is not null && e.Act is nameof(Act.Sign) or nameof(Act.Start) or nameof(Act.Resolve) or nameof(Act.RequestReturn) or nameof(Act.Note) or nameof(Act.AddEvidence)));
    }

    /// <summary>To whom a task was given after all, where it was sent elsewhere than the plan says.</summary>
    private static string? GivenTo(JournalEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        return data.RootElement.TryGetProperty("details", out var details) && details.TryGetProperty("organization", out var to) ? to.GetString() : null;
    }
}
