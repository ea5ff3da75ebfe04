using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Callback;

/// <summary>Why somebody is called back.</summary>
public enum CallbackReason
{
    /// <summary>Drawn by chance.</summary>
    Sample,

    /// <summary>Said that it is not solved, or that they are dissatisfied.</summary>
    Dissatisfied,
}

/// <summary>What came of a call-back.</summary>
public enum CallbackOutcome
{
    /// <summary>The resident answered.</summary>
    Answered,

    /// <summary>Nobody could be reached; counted in no rate.</summary>
    Unreachable,

    /// <summary>The resident does not want to be asked; counted in no rate.</summary>
    Declined,
}

/// <summary>A resident to be called back about a closed request.</summary>
public sealed record WaitingCallback
{
    /// <summary>Call-backs; when one was last looked at is no statement of the journal.</summary>
    public static KeptSubject Kept { get; } = new("callback", [new RowSet("callbacks", "id", "request_id, round, reason, draw_id, organization, at, attempts, outcome, account")]);

    /// <summary>After so many attempts nobody is called any more.</summary>
    public const int MostAttempts = 3;

    /// <summary>How long after an attempt the next one is due.</summary>
    public static TimeSpan Again { get; } = TimeSpan.FromHours(3);

    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>The request.</summary>
    public long RequestId { get; init; }

    /// <summary>The round of its matter that is asked about.</summary>
    public int Round { get; init; }

    /// <summary>Why.</summary>
    public CallbackReason Reason { get; init; }

    /// <summary>Code of the organization that is judged.</summary>
    public string Organization { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>What came of it; null while it waits.</summary>
    public CallbackOutcome? Outcome { get; init; }

    /// <summary>One line.</summary>
    public string Title { get; init; } = "";

    /// <summary>What was asked for.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What people call it.</summary>
    public string Number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{MatterKinds.Of(Request.Kind).Prefix}-{RequestId:000000}");

    private const string From = "select c.id, c.request_id, c.round, c.reason, c.organization, c.attempts, c.outcome, m.title, m.words, m.ended_at from callbacks c join matters m on m.id = c.request_id";

    /// <summary>How many wait.</summary>
    public static int Count(Session session) => session.Value<int>("select count(*) from callbacks where outcome is null");

    /// <summary>Those to be called now, the dissatisfied first; one that was tried a short while ago waits.</summary>
    public static List<WaitingCallback> Due(Session session, DateTimeOffset now, int most) => session.Rows<WaitingCallback>(
        $"{From} where c.outcome is null and (c.last_at is null or c.last_at <= @before) order by case c.reason when 'Dissatisfied' then 0 else 1 end, c.at, c.id limit @most",
        new { before = now - Again, most });

    /// <summary>One of them, or null.</summary>
    public static WaitingCallback? Find(Session session, long id) => session.Row<WaitingCallback>($"{From} where c.id = @id", new { id });
}
