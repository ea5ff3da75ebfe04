using System.Security.Cryptography;
using System.Text;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>In what part somebody reads a request.</summary>
public enum Reading
{
    /// <summary>Anybody: what is published.</summary>
    Anybody,

    /// <summary>By the code of one who joined it.</summary>
    Joined,

    /// <summary>By the code of the one who asked.</summary>
    Own,
}

/// <summary>Who reads a request.</summary>
/// <param name="Reading">In what part.</param>
/// <param name="Join">The joining by whose code it is read; <see cref="Asked"/> for the one who asked.</param>
public sealed record Resident(Reading Reading, long Join)
{
    /// <summary>In place of a joining: the one who asked.</summary>
    public const long Asked = 0;

    /// <summary>The one who asked.</summary>
    public static Resident Owner { get; } = new(Reading.Own, Asked);

    /// <summary>True for one who joined.</summary>
    public bool HasJoined => Join != Asked;
}

/// <summary>A request as the resident follows it.</summary>
/// <param name="Request">The request; its code and words are for the one who asked only.</param>
/// <param name="Matter">Its matter.</param>
/// <param name="Lead">The matter by whose answer it is answered: its own, or that in which it goes on since it was merged.</param>
/// <param name="Reading">In what part it is read.</param>
/// <param name="Steps">What happened, oldest first.</param>
/// <param name="Messages">What was said, oldest first, as far as this reader may read it.</param>
/// <param name="Photos">Content hashes of its photos.</param>
/// <param name="Joined">How many others wait for the same.</param>
/// <param name="Answer">What this reader answered in this round; null before.</param>
/// <param name="ReopenAsked">True when a reopening was asked for in this round and waits for a decision.</param>
public sealed record FollowedRequest(
    Request Request, Matter Matter, Matter Lead, Reading Reading, IReadOnlyList<RequestStep> Steps, IReadOnlyList<RequestMessage> Messages,
    IReadOnlyList<string> Photos, int Joined, ResidentAnswer? Answer, bool ReopenAsked)
{
    /// <summary>One line, without what points to a person unless the one who asked reads it.</summary>
    public string Title => Reading == Reading.Own ? Matter.Title : PublicWords.Of(Matter.Title);

    /// <summary>The words, likewise.</summary>
    public string Words => Reading == Reading.Own ? Matter.Words : PublicWords.Of(Matter.Words);

    /// <summary>What was last answered to the resident.</summary>
    public string? LastAnswer => Steps.LastOrDefault(s => s.Words is not null)?.Words;

    /// <summary>True when this reader may answer now whether it was solved; one who joined also when the one who asked has answered.</summary>
    public bool MayAnswer => Reading != Reading.Anybody && Answer is null
        && (Lead.State == MatterState.Closed || (Lead.State.IsDone() && (Lead.Id != Matter.Id || Reading == Reading.Joined)));

    /// <summary>True when the one who asked, or one who joined, may ask now for it to be opened again.</summary>
    public bool MayReopen(DateTimeOffset now) =>
        Reading != Reading.Anybody && Lead.State.IsDone() && !ReopenAsked && Lead.EndedAt + ReopenRequest.Window > now;
}

/// <summary>Shows a request by its number, to the one who asked by their code and to anybody as far as it is published.</summary>
public static class FollowRequest
{
    /// <summary>Request and matter, and how much its other tables hold, so that only those that hold anything are asked.</summary>
    private static readonly Sql Everything = new(
        $"""
        select {string.Join(", ", RequestBook.Columns.Split(", ").Select(c => "r." + c))},
          (select count(*) from request_joins j where j.request_id = r.id), (select count(*) from request_photos p where p.request_id = r.id),
          (select count(*) from request_messages s where s.request_id = r.id), {MatterBook.ColumnsOf("m")}
        from requests r join matters m on m.id = r.id where r.id = $1
        """);

    private static readonly int Beyond = RequestBook.Columns.Split(", ").Length;

    /// <summary>The request, or the same refusal whether there is none or the code does not fit.</summary>
    public static Outcome<FollowedRequest> Find(Session session, string number, string? code)
    {
        if (RequestBook.IdOf(number) is not { } id || Read(session, id) is not { } row)
        {
            return RequestRefusals.Unknown;
        }

        var (request, matter) = (row.Request, row.Matter);
        var reader = ReaderOf(session, request, code);
        if (reader is null || (reader.Reading == Reading.Anybody && !request.Published))
        {
            return RequestRefusals.Unknown;
        }

        var lead = Lead.Of(session, matter);
        return new FollowedRequest(
            request, matter, lead, reader.Reading, StepsOf(session, matter, lead),
            row.Messages ? RequestMessage.Of(session, id).FindAll(m => m.Published || reader.Reading == Reading.Own) : [],
            row.Photos ? RequestBook.PhotosOf(session, id) : [], row.Joined,
            lead.State.IsDone() ? ResidentAnswer.Find(session, id, lead.Round, reader.Join) : null, lead.State.IsDone() && ReopenRequest.Waits(session, id, lead.Round));
    }

    private static Row? Read(Session session, long id)
    {
        using var row = session.Begin(Everything);
        return row.Add(id).Next()
            ? new Row(RequestBook.Read(row), (int)row.Number(Beyond), row.Flag(Beyond + 1), row.Flag(Beyond + 2), MatterBook.Read(row, Beyond + 3))
            : null;
    }

    /// <summary>Its own steps, and since it was merged those of the one that leads.</summary>
    private static List<RequestStep> StepsOf(Session session, Matter matter, Matter lead)
    {
        var own = RequestStep.Of(session, matter.Id);
        return lead.Id == matter.Id ? own : [.. own, .. RequestStep.Of(session, lead.Id).Where(s => s.At >= matter.EndedAt)];
    }

    /// <summary>Who reads the request by this code; null when a code is given and does not fit.</summary>
    internal static Resident? ReaderOf(Session session, Request request, string? code)
    {
        var given = Text.OrNull(code)?.ToUpperInvariant();
        return given is null ? new Resident(Reading.Anybody, Resident.Asked)
            : Fits(request.Code, given) ? Resident.Owner
            : session.Rows<Joining>("select id, code from request_joins where request_id = @Id", new { request.Id }).Find(j => Fits(j.Code, given)) is { } joining
                ? new Resident(Reading.Joined, joining.Id)
            : null;
    }

    /// <summary>Compares in a time that tells nothing of how much of it is right.</summary>
    private static bool Fits(string code, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(given));

    private sealed record Joining
    {
        public long Id { get; init; }

        public string Code { get; init; } = "";
    }

    private sealed record Row(Request Request, int Joined, bool Photos, bool Messages, Matter Matter);
}
