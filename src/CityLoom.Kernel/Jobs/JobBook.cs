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

    /// <summary>True when it should have run minutes ago and nobody is at it; a job that has been hastened is not late.</summary>
    public bool IsLate(DateTimeOffset now) =>
        ClaimedUntil <= now && DueAt > DateTimeOffset.UnixEpoch && now - DueAt > TimeSpan.FromMinutes(5);
}

/// <summary>Reads how the jobs are doing.</summary>
public static class JobBook
{
    /// <summary>All jobs that were ever due, by name.</summary>
    public static List<JobStanding> All(Session session) =>
        session.Rows<JobStanding>("select name, due_at, claimed_until, last_run_at, last_result from jobs order by name");

    /// <summary>Makes a job due now, so that a node takes it up within seconds; false when there is no such job.</summary>
    public static bool Hasten(Writing writing, string name) => writing.Execute("update jobs set due_at = 0 where name = @name", new { name }) == 1;
}
