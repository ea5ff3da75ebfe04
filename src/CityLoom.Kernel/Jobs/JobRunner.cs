using CityLoom.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityLoom.Kernel.Jobs;

/// <summary>Runs the jobs when they are due; a claim in the database keeps two nodes from doing the same one.</summary>
public sealed class JobRunner(Database database, CityClock clock, IEnumerable<Job> jobs, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        do
        {
            foreach (var job in jobs)
            {
                await RunIfDueAsync(job, stoppingToken).ConfigureAwait(false);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RunIfDueAsync(Job job, CancellationToken cancel)
    {
        try
        {
            if (await database.ReadAsync(s => IsDue(s, job), cancel).ConfigureAwait(false)
                && await database.WriteAsync(w => TryClaim(w, job)).ConfigureAwait(false))
            {
                await RunClaimedAsync(job, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.LogError(fault, "Job {Job} failed and will be tried again", job.Name);
        }
    }

    /// <summary>A job that failed, or that a stopping node left, is given back at once: whoever comes next goes on with it.</summary>
    private async Task RunClaimedAsync(Job job, CancellationToken cancel)
    {
        try
        {
            var result = await job.Run(cancel).ConfigureAwait(false);
            await database.WriteAsync(w => Settle(w, job, result)).ConfigureAwait(false);
        }
        catch
        {
            await database.WriteAsync(w => w.Execute("update jobs set claimed_until = 0 where name = @Name", job)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A look without a write, so that an idle node does not touch the disk.</summary>
    private bool IsDue(Session session, Job job) => session.Value<long>(
        "select count(*) from jobs where name = @Name and (due_at > @now or claimed_until > @now)", new { job.Name, now = clock.Now }) == 0;

    private bool TryClaim(Writing writing, Job job)
    {
        writing.Execute("insert into jobs (name, due_at) values (@Name, 0) on conflict (name) do nothing", job);
        return writing.Execute(
            "update jobs set claimed_until = @until where name = @Name and due_at <= @now and claimed_until <= @now",
            new { job.Name, now = clock.Now, until = clock.Now + Claim }) == 1;
    }

    private int Settle(Writing writing, Job job, string result) => writing.Execute(
        "update jobs set due_at = @due, claimed_until = 0, last_run_at = @now, last_result = @result where name = @Name",
        new { job.Name, due = clock.Now + job.Every, now = clock.Now, result });
}
