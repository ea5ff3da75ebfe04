using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>The resident says whether a closed request was solved: by their code, or on the telephone to whoever calls back.</summary>
public static class AnswerRequest
{
    private const int MostWords = 1_000;

    /// <summary>By the one who asked, with their code.</summary>
    public static Outcome<Matter> Run(Writing writing, string number, string code, ResidentAnswer answer, CityContext city) =>
        OwnRequest.ByCode(writing, number, code).Then<Matter>(own => Store(writing, own.Matter, answer, null, city));

    /// <summary>Written down in a call-back; never by the organization that handled it.</summary>
    public static Outcome<Matter> FromCall(Writing writing, long id, ResidentAnswer answer, SignedIn who, CityContext city)
    {
        if (RequestBook.Take(writing, id) is null)
        {
            return RequestRefusals.Unknown;
        }

        var matter = MatterBook.Find(writing, id)!;
        return who.Grants.Any(g => g.Role is Role.Intake or Role.Supervisor && g.Organization != Lead.Of(writing, matter).Handling)
            ? Store(writing, matter, answer, who, city)
            : RequestRefusals.NotYours;
    }

    private static Outcome<Matter> Store(Writing writing, Matter matter, ResidentAnswer answer, SignedIn? who, CityContext city)
    {
        var (words, lead) = (Text.OrNull(answer.Words), Lead.Of(writing, matter));
        if (Refuse(writing, matter, lead, answer, words) is { } refusal)
        {
            return refusal;
        }

        writing.Execute(
            "insert into request_answers (request_id, round, at, contacted, solved, satisfaction, words, account, organization) values "
            + "(@Id, @Round, @at, @Contacted, @Solved, @satisfaction, @words, @account, @organization)",
            new
            {
                matter.Id, lead.Round, at = city.Now, answer.Contacted, answer.Solved, satisfaction = answer.Satisfaction?.ToString(), words,
                account = who?.Account, organization = lead.Handling ?? lead.Accountable,
            });
        RequestBook.Kept.Append(writing, matter.Id, city.Now, who?.Actor ?? Actor.System, "answered", new
        {
            lead.Round, answer.Contacted, answer.Solved, answer.Satisfaction,
        });
        return lead.Id != matter.Id ? matter : ActOnMatter.Run(writing, matter.Id, new ActRequest { Act = Act.Evaluate }, city.For(null));
    }

    private static Refusal? Refuse(Session session, Matter matter, Matter lead, ResidentAnswer answer, string? words) =>
        !lead.State.IsDone() ? RequestRefusals.NotDone
        : matter.State == MatterState.Evaluated || ResidentAnswer.Find(session, matter.Id, lead.Round) is not null ? RequestRefusals.AnsweredAlready
        : answer is { Contacted: null, Solved: null, Satisfaction: null } ? RequestRefusals.AnswerNeeded
        : words?.Length > MostWords ? RequestRefusals.FieldTooLong
        : null;
}
