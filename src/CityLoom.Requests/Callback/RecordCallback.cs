using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Callback;

/// <summary>Writes down what came of a call-back. What the resident answers is counted in the rates as if they had written it themselves.</summary>
public static class RecordCallback
{
    private static readonly Refusal Unknown = new("callback.unknown", "没有这个回访，或已经完成。", "There is no such call-back, or it is done.", 404);
    private static readonly Role[] May = [Role.Intake, Role.Supervisor];

    /// <summary>The resident answered. Of one who had answered before, the words are kept with the call-back and the first answer stands.</summary>
    public static Outcome<WaitingCallback> Answered(Writing writing, long id, ResidentAnswer answer, SignedIn who, CityContext city) =>
        Take(writing, id, who).Then<WaitingCallback>(callback =>
        {
            var matter = Lead.Of(writing, MatterBook.Find(writing, callback.RequestId)!);
            var asked = matter.Round == callback.Round && ResidentAnswer.Find(writing, callback.RequestId, callback.Round) is null;
            var outcome = asked ? AnswerRequest.FromCall(writing, callback.RequestId, answer, who, city).Then<bool>(_ => true) : true;
            return outcome.Then<WaitingCallback>(_ => Settle(writing, callback, CallbackOutcome.Answered, answer.Words, who, city));
        });

    /// <summary>Nobody answered: it is tried again, three times in all.</summary>
    public static Outcome<WaitingCallback> Missed(Writing writing, long id, SignedIn who, CityContext city) =>
        Take(writing, id, who).Then<WaitingCallback>(callback => Settle(
            writing, callback, callback.Attempts + 1 >= WaitingCallback.MostAttempts ? CallbackOutcome.Unreachable : null, null, who, city));

    /// <summary>The resident does not want to be asked.</summary>
    public static Outcome<WaitingCallback> Declined(Writing writing, long id, SignedIn who, CityContext city) =>
        Take(writing, id, who).Then<WaitingCallback>(callback => Settle(writing, callback, CallbackOutcome.Declined, null, who, city));

    /// <summary>The telephone number, for the one who calls; the look is in the journal, and others are not shown the same call meanwhile.</summary>
    public static Outcome<Contact> SeeContact(Writing writing, long id, SignedIn who, CityContext city) =>
        Take(writing, id, who).Then<Contact>(callback =>
        {
            writing.Execute("update callbacks set last_at = @at where id = @Id", new { callback.Id, at = city.Now });
            RequestBook.Kept.Append(writing, callback.RequestId, city.Now, who.Actor, "contactSeen", new { who.Name, callback = callback.Id });
            return writing.Row<Contact>("select name, phone, email from request_contacts where request_id = @RequestId", new { callback.RequestId }) ?? new Contact();
        });

    /// <summary>Locked, for somebody who may call: never of the organization that is judged.</summary>
    private static Outcome<WaitingCallback> Take(Writing writing, long id, SignedIn who)
    {
        _ = writing.Value<long?>($"select id from callbacks where id = @id{writing.ForUpdate}", new { id });
        return WaitingCallback.Find(writing, id) is not { Outcome: null } callback ? Unknown
            : who.Grants.Any(g => May.Contains(g.Role) && g.Organization != callback.Organization) ? callback
            : RequestRefusals.NotYours;
    }

    private static WaitingCallback Settle(Writing writing, WaitingCallback callback, CallbackOutcome? outcome, string? words, SignedIn who, CityContext city)
    {
        writing.Execute(
            "update callbacks set attempts = attempts + 1, last_at = @at, outcome = @outcome, account = @Account where id = @Id",
            new { callback.Id, at = city.Now, outcome = outcome?.ToString(), who.Account });
        WaitingCallback.Kept.Append(writing, callback.Id, city.Now, who.Actor, "calledBack", new
        {
            request = callback.RequestId, callback.Round, callback.Reason, attempt = callback.Attempts + 1, outcome, words = Text.OrNull(words),
        });
        return callback with { Attempts = callback.Attempts + 1, Outcome = outcome };
    }
}
