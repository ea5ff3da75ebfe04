using CityLoom.Kernel.Storage;

namespace CityLoom.Kernel.Jobs;

/// <summary>What is known of a job's runs.</summary>
public sealed record JobStanding
{
    /// <summary>The job's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it runs next, UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Until when a node holds it; in the past while nobody does.</summary>
    public DateTimeOffset ClaimedUntil { get; init; }

    /// <summary>When it ended last, UTC; null before the first time.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>What came of it.</summary>
    public string? LastResult { get; init; }
}

/// <summary>Reads how the jobs are doing.</summary>
public static class JobBook
{
    /// <summary>All jobs that were ever due, by name.</summary>
    public static List<JobStanding> All(Session session) =>
        session.Rows<JobStanding>("select name, due_at, claimed_until, last_run_at, last_result from jobs order by name");
}
