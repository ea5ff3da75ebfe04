using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Open311;

/// <summary>What became of a request that was answered by a token: its identity, once somebody has accepted it.</summary>
internal sealed record TokenAnswer(long? Request, string Token)
{
    public static readonly Refusal Unknown = new("open311.token", "没有这个 token。", "The token was not found.", 404);

    /// <summary>The answer, or null for an unknown token.</summary>
    public static TokenAnswer? Find(Session session, string token) =>
        session.Row<Request>($"select {RequestBook.Columns} from requests where token = @token", new { token }) is { } request
            ? new TokenAnswer(MatterBook.Find(session, request.Id)!.State is MatterState.Reported or MatterState.Verifying ? null : request.Id, token)
            : null;

    public void Write(Answer answer)
    {
        answer.BeginList("service_requests", "request");
        answer.BeginItem();
        answer.Write("service_request_id", Request is { } id ? Ids.Write(id) : null);
        answer.Write("token", Token);
        answer.EndItem();
        answer.EndList();
    }
}
