using System.Text.Json;
using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>A step of a request as anybody may read it: what the journal tells without the words that offices exchange among themselves.</summary>
/// <param name="Id">Identity of the journal's entry.</param>
/// <param name="Request">Of which request.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Act">What was done; <c>created</c> for the first.</param>
/// <param name="State">Where the request stood after it.</param>
/// <param name="Words">What was answered to the resident; null for steps without an answer.</param>
public sealed record RequestStep(long Id, long Request, DateTimeOffset At, string Act, MatterState State, string? Words)
{
    private static readonly string[] Answering = [nameof(City.Matters.Act.Resolve), nameof(City.Matters.Act.Decline)];
    private static readonly string[] Telling =
    [
        "created", .. Answering, nameof(City.Matters.Act.Register), nameof(City.Matters.Act.Sign), nameof(City.Matters.Act.Start), nameof(City.Matters.Act.Suspend),
        nameof(City.Matters.Act.Resume), nameof(City.Matters.Act.Close), nameof(City.Matters.Act.Rework), nameof(City.Matters.Act.Reopen),
        nameof(City.Matters.Act.Merge), nameof(City.Matters.Act.Void), nameof(City.Matters.Act.Evaluate), nameof(City.Matters.Act.GrantExtension),
    ];

    private static readonly Sql OfOne = new("select id, at, act, data from journal where subject = 'matter' and subject_id = $1 order by seq");

    /// <summary>The steps of a request, oldest first.</summary>
    public static List<RequestStep> Of(Session session, long request)
    {
        var steps = new List<RequestStep>();
        using var rows = session.Begin(OfOne);
        rows.Add(request);
        while (rows.Next())
        {
            if (rows.Text(2) is var act && Telling.Contains(act))
            {
                steps.Add(new Row { Id = rows.Number(0), SubjectId = request, At = rows.Instant(1), Act = act, Data = rows.Text(3) }.ToStep());
            }
        }

        return steps;
    }

    /// <summary>The steps of several requests, oldest first.</summary>
    public static List<RequestStep> Of(Session session, IReadOnlyCollection<long> requests) => requests.Count == 0
        ? []
        : session.Rows<Row>(
                $"select id, subject_id, at, act, data from journal where subject = 'matter' and {Among.Of(session, "subject_id", "ids")} and {Among.Of(session, "act", "Telling")} order by subject_id, seq",
                new { ids = requests.ToArray(), Telling })
            .ConvertAll(r => r.ToStep());

    /// <summary>What was last answered to each of several residents, by request.</summary>
    internal static Dictionary<long, string> AnswersOf(Session session, IReadOnlyCollection<long> requests) => requests.Count == 0
        ? []
        : session.Rows<Row>(
                $"select id, subject_id, at, act, data from journal where subject = 'matter' and {Among.Of(session, "subject_id", "ids")} and {Among.Of(session, "act", "Answering")} order by subject_id, seq",
                new { ids = requests.ToArray(), Answering })
            .Select(r => r.ToStep())
            .Where(s => s.Words is not null)
            .GroupBy(s => s.Request)
            .ToDictionary(g => g.Key, g => g.Last().Words!);

    internal sealed record Row
    {
        public long Id { get; init; }

        public long SubjectId { get; init; }

        public DateTimeOffset At { get; init; }

        public string Act { get; init; } = "";

        public string Data { get; init; } = "{}";

        public RequestStep ToStep()
        {
            using var data = JsonDocument.Parse(Data);
            var state = Enum.Parse<MatterState>(data.RootElement.GetProperty("after").GetProperty("state").GetString()!, ignoreCase: true);
            var words = Answering.Contains(Act) && data.RootElement.TryGetProperty("details", out var details) && details.TryGetProperty("reason", out var reason)
                ? reason.GetString()
                : null;
            return new RequestStep(Id, SubjectId, At, Act, state, words is null ? null : PublicWords.Of(words));
        }
    }
}
