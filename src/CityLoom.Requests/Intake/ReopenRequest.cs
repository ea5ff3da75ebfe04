using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>
/// The resident, or one who joined, says that a closed request is not solved. The first time it opens again at once; after that the ask waits for the
/// desk, which opens it or answers, so that nobody is sent in circles.
/// </summary>
public static class ReopenRequest
{
    private const int MostWords = 1_000;

    private static readonly Refusal WindowClosed = new(
        "request.window", "办结已超过 15 天，不能再申请重办；请提交新的诉求。", "It was closed more than 15 days ago; make a new request.", 409);

    /// <summary>How long after it was closed it may be asked for.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(15);

    /// <summary>The matter, open again or as it is while the ask waits.</summary>
    public static Outcome<Matter> Run(Writing writing, string number, string code, string words, CityContext city) =>
        OwnRequest.ByAnyCode(writing, number, code).Then<Matter>(own => Ask(writing, own.Matter, own.Resident, Text.OrNull(words), city));

    /// <summary>True when an ask of this round waits for the desk.</summary>
    internal static bool Waits(Session session, long request, int round) => session.Value<int>(
        "select count(*) from request_reopenings where request_id = @request and round = @round and opened = 0", new { request, round }) > 0;

    private static Outcome<Matter> Ask(Writing writing, Matter matter, Resident resident, string? words, CityContext city)
    {
        var lead = Lead.Of(writing, matter);
        if (Refuse(writing, matter, lead, words, city.Now) is { } refusal)
        {
            return refusal;
        }

        var opened = lead.Reopens == 0;
        writing.Execute(
            "insert into request_reopenings (request_id, round, at, words, opened, join_id) values (@Id, @Round, @at, @words, @opened, @Join)",
            new { matter.Id, lead.Round, at = city.Now, words, opened, resident.Join });
        RequestBook.Kept.Append(writing, matter.Id, city.Now, Actor.System, "reopenAsked", new { lead.Round, opened, joined = resident.HasJoined });
        return opened ? ActOnMatter.Run(writing, lead.Id, new ActRequest { Act = Act.Reopen, Reason = words }, city.For(null)) : matter;
    }

    private static Refusal? Refuse(Session session, Matter matter, Matter lead, string? words, DateTimeOffset now) =>
        words is null ? RequestRefusals.WordsNeeded
        : words.Length > MostWords ? RequestRefusals.WordsTooLong
        : !lead.State.IsDone() ? RequestRefusals.NotDone
        : lead.EndedAt + Window <= now ? WindowClosed
        : Waits(session, matter.Id, lead.Round) ? RequestRefusals.ReopenAsked
        : null;
}
