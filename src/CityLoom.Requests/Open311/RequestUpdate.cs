using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Open311;

/// <summary>An update of a request as FixMyStreet polls it: a step of the office, or a message that anybody may read.</summary>
internal sealed record RequestUpdate(string Id, long Request, DateTimeOffset At, string Status, string Words, string? MediaUrl)
{
    /// <summary>The most of one answer; the next begins with the instant of the last.</summary>
    public const int Most = 1_000;

    private static readonly string[] Telling =
        ["Register", "Sign", "Start", "Suspend", "Resume", "Resolve", "Decline", "Close", "Rework", "Reopen", "Merge", "Void"];

    /// <summary>Those between two instants, oldest first.</summary>
    public static List<RequestUpdate> Between(Session session, DateTimeOffset from, DateTimeOffset until)
    {
        var steps = session.Rows<RequestStep.Row>(
            $"""
            select j.id, j.subject_id, j.at, j.act, j.data from journal j join requests r on r.id = j.subject_id
            where j.subject = 'matter' and j.at >= @from and j.at <= @until and {Among.Of(session, "j.act", "Telling")} and r.published = 1 order by j.at, j.id limit {Most}
            """,
            new { from, until, Telling });
        var said = session.Rows<Message>(
            $"""
            select s.id, s.request_id, s.at, s.words, s.status, s.media_url, m.state from request_messages s join matters m on m.id = s.request_id
            join requests r on r.id = s.request_id
            where s.at >= @from and s.at <= @until and s.published = 1 and r.published = 1 order by s.at, s.id limit {Most}
            """,
            new { from, until });
        return [.. steps.Select(r => Of(r.ToStep())).Concat(said.Select(Of)).OrderBy(u => u.At).ThenBy(u => u.Id, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>Where a request stands, in the words that FixMyStreet knows.</summary>
    public static string StatusOf(MatterState state, string act) => state switch
    {
        _ when act == nameof(Act.Reopen) => "REOPEN",
        MatterState.Reported or MatterState.Verifying => "OPEN",
        MatterState.Registered or MatterState.Dispatched => "INVESTIGATING",
        MatterState.Signed or MatterState.Suspended => "ACTION_SCHEDULED",
        MatterState.InProgress or MatterState.ReturnRequested => "IN_PROGRESS",
        MatterState.Resolved or MatterState.Checking => "FIXED",
        MatterState.Closed or MatterState.Evaluated => "CLOSED",
        MatterState.Merged => "DUPLICATE",
        MatterState.NotAccepted => "NO_FURTHER_ACTION",
        MatterState.Voided => "CANCELLED",
        _ => "OPEN",
    };

    public void Write(Answer answer, TimeZoneInfo zone)
    {
        answer.BeginItem();
        answer.Write("update_id", Id);
        answer.Write("service_request_id", Ids.Write(Request));
        answer.Write("status", Status);
        answer.Write("updated_datetime", Instants.Write(At, zone));
        answer.Write("description", Words);
        answer.Write("media_url", MediaUrl);
        answer.EndItem();
    }

    private static RequestUpdate Of(RequestStep step) =>
        new(Ids.Write(step.Id), step.Request, step.At, StatusOf(step.State, step.Act), step.Words ?? MatterWords.Of(step.State).In(System.Globalization.CultureInfo.CurrentUICulture.Name), null);

    private static RequestUpdate Of(Message message) => new(
        "m" + Ids.Write(message.Id), message.RequestId, message.At, message.Status ?? StatusOf(message.State, ""), PublicWords.Of(message.Words), message.MediaUrl);

    private sealed record Message
    {
        public long Id { get; init; }

        public long RequestId { get; init; }

        public DateTimeOffset At { get; init; }

        public string Words { get; init; } = "";

        public string? Status { get; init; }

        public string? MediaUrl { get; init; }

        public MatterState State { get; init; }
    }
}
