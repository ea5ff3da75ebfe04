using System.Globalization;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>
/// Puts requests about one matter under one of them 并案. They are merged into it, so that one office works once; its answer reaches each
/// resident, and each can still say that it is not solved.
/// </summary>
public static class GroupRequests
{
    /// <summary>The most requests put under one at once.</summary>
    public const int Most = 200;

    private static readonly Refusal Nothing = new("group.members", "请选择要并入的诉求。", "Choose the requests to be put under it.", 400);

    private static readonly Refusal TooMany = new("group.many", $"一次最多并入 {Most} 件。", $"At most {Most} at once.", 400);

    private static readonly Refusal LeadUnknown = new(
        "group.lead", "并入的那一件须是未结、可公开的诉求。", "The one that leads must be an open, published request.", 409);

    /// <summary>The matter that leads, with how many were put under it; all of them or none.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="lead">The request that leads.</param>
    /// <param name="members">Those put under it.</param>
    /// <param name="words">Why, in words; each resident reads that it goes on together.</param>
    /// <param name="who">Somebody of the desk of the organizations that answer for them.</param>
    /// <param name="city">The city.</param>
    public static Outcome<Matter> Run(Writing writing, long lead, IReadOnlyCollection<long> members, string? words, SignedIn who, CityContext city)
    {
        var others = members.Where(m => m != lead).Distinct().Order().ToList();
        if (others.Count is 0 or > Most)
        {
            return others.Count == 0 ? Nothing : TooMany;
        }

        if (RequestBook.Take(writing, lead) is not { Published: true } || MatterBook.Find(writing, lead) is not { Open: true } leading)
        {
            return LeadUnknown;
        }

        var reason = Text.OrNull(words) ?? $"与 {leading.Number} 系同一事项，一并办理。";
        foreach (var member in others)
        {
            if (Put(writing, member, leading, reason, who, city) is { } refusal)
            {
                return About(member, refusal);
            }
        }

        RequestBook.Kept.Append(writing, lead, city.Now, who.Actor, "grouped", new { members = others });
        return leading;
    }

    private static Refusal? Put(Writing writing, long member, Matter lead, string reason, SignedIn who, CityContext city)
    {
        if (RequestBook.Find(writing, member) is not { Published: true })
        {
            return RequestRefusals.Unknown;
        }

        var merged = ActOnMatter.Run(writing, member, new ActRequest { Act = Act.Merge, Into = lead.Id, Reason = reason }, city.For(who));
        if (merged.Refusal is { } refusal)
        {
            return refusal;
        }

        writing.Execute(
            "insert into request_groups (request_id, lead_id, at, account) values (@member, @lead, @at, @Account)",
            new { member, lead = lead.Id, at = city.Now, who.Account });
        RequestBook.Kept.Append(writing, member, city.Now, who.Actor, "putUnder", new { lead = lead.Id });
        return null;
    }

    private static Refusal About(long member, Refusal refusal)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{MatterKinds.Of(Request.Kind).Prefix}-{member:000000}");
        return refusal with { Words = $"{number}：{refusal.Words}", English = $"{number}: {refusal.English}" };
    }
}

/// <summary>A request that goes on in another.</summary>
public sealed record GroupedRequest
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>One line.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it was put there, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whether its resident says it is solved; null while nothing was answered.</summary>
    public bool? Solved { get; init; }

    /// <summary>Those under a request, in the order in which they came.</summary>
    public static List<GroupedRequest> Under(Session session, long lead) => session.Rows<GroupedRequest>(
        """
        select g.request_id as id, m.title, g.at,
          (select a.solved from request_answers a where a.request_id = g.request_id and a.join_id = 0 order by a.round desc limit 1) as solved
        from request_groups g join matters m on m.id = g.request_id where g.lead_id = @lead order by g.request_id limit 500
        """,
        new { lead });
}
