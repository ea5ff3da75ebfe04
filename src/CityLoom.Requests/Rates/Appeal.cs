using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Rates;

/// <summary>Why an answer should not be counted; there are no other grounds.</summary>
public enum AppealGround
{
    /// <summary>What was asked for is against law or policy, or beyond what any office of the city can do.</summary>
    BeyondPower,

    /// <summary>The answer is about another request or another organization.</summary>
    WrongMatter,

    /// <summary>The same matter was counted already.</summary>
    CountedTwice,

    /// <summary>What was reported turned out not to be so.</summary>
    Unfounded,

    /// <summary>The answer was written down wrongly; the recording or the resident says otherwise.</summary>
    WrittenWrong,
}

/// <summary>An organization appeals against an answer that counts against it.</summary>
public static class AppealAnswer
{
    /// <summary>Appeals and how they were decided.</summary>
    public static KeptSubject Kept { get; } = new(
        "appeal", [new RowSet("request_appeals", "id", "answer_id, at, organization, account, ground, words, decided_at, decided_by, upheld, decision")]);

    /// <summary>How long after the answer.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromDays(10);

    private static readonly Refusal Unknown = new("appeal.unknown", "没有这个评价。", "There is no such answer.", 404);
    private static readonly Refusal NotYours = new("appeal.not-yours", "只有被评价的单位可以申诉。", "Only the organization that was judged may appeal.", 403);
    private static readonly Refusal Late = new("appeal.late", "已超过 10 天申诉期。", "The ten days for an appeal are over.", 409);
    private static readonly Refusal Twice = new("appeal.twice", "已经申诉过。", "It was appealed against already.", 409);

    /// <summary>The identity of the appeal, or why not.</summary>
    public static Outcome<long> Run(Writing writing, long answer, AppealGround ground, string? words, SignedIn who, CityContext city)
    {
        if (writing.Row<Judged>($"select request_id, organization, at from request_answers where id = @answer{writing.ForUpdate}", new { answer }) is not { } judged)
        {
            return Unknown;
        }

        var said = words?.Trim() ?? "";
        return !who.Grants.Any(g => city.Organizations.Within(judged.Organization, g.Organization) && g.Role is Role.Handler or Role.Supervisor) ? NotYours
            : said.Length is 0 or > 2_000 ? RequestRefusals.WordsNeeded
            : judged.At + Window <= city.Now ? Late
            : writing.Value<int>("select count(*) from request_appeals where answer_id = @answer", new { answer }) > 0 ? Twice
            : Store(writing, answer, judged, ground, said, who, city);
    }

    private static Outcome<long> Store(Writing writing, long answer, Judged judged, AppealGround ground, string words, SignedIn who, CityContext city)
    {
        var id = writing.Insert(
            "insert into request_appeals (answer_id, at, organization, account, ground, words) values (@answer, @at, @Organization, @Account, @ground, @words)",
            new { answer, at = city.Now, judged.Organization, who.Account, ground = ground.ToString(), words });
        AppealAnswer.Kept.Append(writing, id, city.Now, who.Actor, "appealed", new { request = judged.RequestId, answer, ground, words });
        return id;
    }

    private sealed record Judged
    {
        public long RequestId { get; init; }

        public string Organization { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }
}

/// <summary>Somebody above decides an appeal. The raw figure stays as it is; only the adjusted one leaves out what was upheld.</summary>
public static class DecideAppeal
{
    private static readonly Refusal Unknown = new("appeal.none", "没有待决定的申诉。", "There is no appeal that waits for a decision.", 404);
    private static readonly Refusal NotYours = new("appeal.own", "申诉须由上级督查岗位决定，不能自己决定。", "A supervisor above the organization decides; nobody judges their own case.", 403);

    /// <summary>True when it was decided, or why not.</summary>
    public static Outcome<bool> Run(Writing writing, long appeal, bool upheld, string? words, SignedIn who, CityContext city)
    {
        var found = writing.Row<Waiting>(
            $"select p.answer_id, p.organization, p.account, a.request_id from request_appeals p join request_answers a on a.id = p.answer_id where p.id = @appeal and p.decided_at is null",
            new { appeal });
        if (found is null)
        {
            return Unknown;
        }

        var may = found.Account != who.Account && who.Grants.Any(g =>
            g.Role == Role.Supervisor && g.Organization != found.Organization && city.Organizations.Within(found.Organization, g.Organization));
        if (!may || string.IsNullOrWhiteSpace(words))
        {
            return may ? RequestRefusals.WordsNeeded : NotYours;
        }

        writing.Execute(
            "update request_appeals set decided_at = @at, decided_by = @Account, upheld = @upheld, decision = @words where id = @appeal",
            new { appeal, at = city.Now, who.Account, upheld, words });
        AppealAnswer.Kept.Append(writing, appeal, city.Now, who.Actor, "appealDecided", new { request = found.RequestId, answer = found.AnswerId, upheld, words });
        return true;
    }

    private sealed record Waiting
    {
        public long AnswerId { get; init; }

        public string Organization { get; init; } = "";

        public long? Account { get; init; }

        public long RequestId { get; init; }
    }
}
