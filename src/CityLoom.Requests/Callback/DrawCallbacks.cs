using System.Globalization;
using System.Security.Cryptography;
using CityLoom.City;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Callback;

/// <summary>
/// Draws whom to call back 回访: of each organization's requests closed in a week a sample, and everybody who said that it is not solved or
/// that they are dissatisfied. Whoever has answered by themselves is not asked the same again.
/// </summary>
public static class DrawCallbacks
{
    /// <summary>Draws: from how many, how many, by which seed.</summary>
    public static KeptSubject Kept { get; } = new("callbackDraw", [new RowSet("callback_draws", "id", "week, organization, population, size, seed, at")]);

    private const int Week = 7;

    /// <summary>Draws the last complete week, if it was not drawn, and adds the dissatisfied; returns how many are to be called.</summary>
    public static async Task<int> RunAsync(Database database, CityContext city)
    {
        var monday = city.Clock.Today.AddDays(-(((int)city.Clock.Today.DayOfWeek + 6) % Week) - Week);
        return await database.WriteAsync(w => Sample(w, monday, city) + Dissatisfied(w, city)).ConfigureAwait(false);
    }

    /// <summary>Draws a week that begins on this Monday, organization by organization; one that was drawn is left as it is.</summary>
    internal static int Sample(Writing writing, DateOnly monday, CityContext city)
    {
        var (from, until) = (city.Clock.Instant(monday.ToDateTime(TimeOnly.MinValue)), city.Clock.Instant(monday.AddDays(Week).ToDateTime(TimeOnly.MinValue)));
        var week = monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var drawn = writing.Rows<string>("select organization from callback_draws where week = @week", new { week }).ToHashSet(StringComparer.Ordinal);
        var closed = writing.Rows<Closed>(
            """
            select r.id, m.round, coalesce(m.handling, m.accountable) as organization
            from matters m join requests r on r.id = m.id
            where m.kind = 'request' and m.state = 'Closed' and m.ended_at >= @from and m.ended_at < @until and r.reachable = 1 and m.confidential = 0
              and not exists (select 1 from request_answers a where a.request_id = r.id and a.round = m.round and a.join_id = 0)
              and not exists (select 1 from callbacks c where c.request_id = r.id and c.round = m.round)
            """,
            new { from, until });
        return closed.Where(c => !drawn.Contains(c.Organization)).GroupBy(c => c.Organization, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Sum(group => Draw(writing, week, group.Key, [.. group], city));
    }

    private static int Draw(Writing writing, string week, string organization, List<Closed> population, CityContext city)
    {
        var seed = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var size = CallbackSample.Size(population.Count);
        var draw = writing.Insert(
            "insert into callback_draws (week, organization, population, size, seed, at) values (@week, @organization, @population, @size, @seed, @at)",
            new { week, organization, population = population.Count, size, seed, at = city.Now });
        var rounds = population.ToDictionary(c => c.Id, c => c.Round);
        foreach (var id in CallbackSample.Draw(rounds.Keys, size, seed))
        {
            Add(writing, id, rounds[id], CallbackReason.Sample, draw, organization, city);
        }

        Kept.Append(writing, draw, city.Now, Actor.System, "drawn", new { week, organization, population = population.Count, size, seed });
        return size;
    }

    /// <summary>Everybody of the last 15 days who answered that it is not solved, or that they are dissatisfied.</summary>
    internal static int Dissatisfied(Writing writing, CityContext city)
    {
        var waiting = writing.Rows<Closed>(
            """
            select a.request_id as id, a.round, a.organization
            from request_answers a join requests r on r.id = a.request_id join matters m on m.id = r.id
            where a.at >= @since and a.account is null and a.join_id = 0 and r.reachable = 1 and m.confidential = 0 and (a.solved = 0 or a.satisfaction = 'Dissatisfied')
              and not exists (select 1 from callbacks c where c.request_id = a.request_id and c.round = a.round)
            """,
            new { since = city.Now - ReopenRequest.Window });
        foreach (var one in waiting)
        {
            Add(writing, one.Id, one.Round, CallbackReason.Dissatisfied, null, one.Organization, city);
        }

        return waiting.Count;
    }

    private static void Add(Writing writing, long request, int round, CallbackReason reason, long? draw, string organization, CityContext city)
    {
        var id = writing.Insert(
            "insert into callbacks (request_id, round, reason, draw_id, organization, at, attempts) values (@request, @round, @reason, @draw, @organization, @at, 0) on conflict (request_id, round) do nothing",
            new { request, round, reason = reason.ToString(), draw, organization, at = city.Now });
        if (id > 0)
        {
            WaitingCallback.Kept.Append(writing, id, city.Now, Actor.System, "queued", new { request, round, reason });
        }
    }

    private sealed record Closed
    {
        public long Id { get; init; }

        public int Round { get; init; }

        public string Organization { get; init; } = "";
    }
}
