using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>
/// A resident says whether a closed request was solved: by their code, or on the telephone to whoever calls back. The one who asked
/// settles the matter by it; those who joined say it for themselves and move nothing.
/// </summary>
public static class AnswerRequest
{
    private const int MostWords = 1_000;

    /// <summary>By the one who asked or one who joined, each with their own code.</summary>
    public static Outcome<Matter> Run(Writing writing, string number, string code, ResidentAnswer answer, CityContext city) =>
        OwnRequest.ByAnyCode(writing, number, code).Then<Matter>(own => Store(writing, own.Matter, answer, own.Resident, null, city));

    /// <summary>Written down in a call-back; never by the organization that handled it.</summary>
    public static Outcome<Matter> FromCall(Writing writing, long id, ResidentAnswer answer, SignedIn who, CityContext city)
    {
        if (RequestBook.Take(writing, id) is null)
        {
            return RequestRefusals.Unknown;
        }

        var matter = MatterBook.Find(writing, id)!;
        return who.Grants.Any(g => g.Role is Role.Intake or Role.Supervisor && g.Organization != Lead.Of(writing, matter).Handling)
            ? Store(writing, matter, answer, Resident.Owner, who, city)
            : RequestRefusals.NotYours;
    }

    private static Outcome<Matter> Store(Writing writing, Matter matter, ResidentAnswer answer, Resident resident, SignedIn? who, CityContext city)
    {
        var (words, lead) = (Text.OrNull(answer.Words), Lead.Of(writing, matter));
        if (Refuse(writing, matter, lead, answer, resident, words) is { } refusal)
        {
            return refusal;
        }

        writing.Execute(
            "insert into request_answers (request_id, round, at, contacted, solved, satisfaction, words, account, organization, join_id) values "
            + "(@Id, @Round, @at, @Contacted, @Solved, @satisfaction, @words, @account, @organization, @Join)",
            new
            {
                matter.Id, lead.Round, at = city.Now, answer.Contacted, answer.Solved, satisfaction = answer.Satisfaction?.ToString(), words,
                account = who?.Account, organization = lead.Handling ?? lead.Accountable, resident.Join,
            });
        RequestBook.Kept.Append(writing, matter.Id, city.Now, who?.Actor ?? Actor.System, "answered", new
        {
            lead.Round, answer.Contacted, answer.Solved, answer.Satisfaction, joined = resident.HasJoined,
        });
        return lead.Id != matter.Id || resident.HasJoined ? matter : ActOnMatter.Run(writing, matter.Id, new ActRequest { Act = Act.Evaluate }, city.For(null));
    }

    private static Refusal? Refuse(Session session, Matter matter, Matter lead, ResidentAnswer answer, Resident resident, string? words) =>
        !lead.State.IsDone() ? RequestRefusals.NotDone
        : (matter.State == MatterState.Evaluated && !resident.HasJoined) || ResidentAnswer.Find(session, matter.Id, lead.Round, resident.Join) is not null ? RequestRefusals.AnsweredAlready
        : answer is { Contacted: null, Solved: null, Satisfaction: null } ? RequestRefusals.AnswerNeeded
        : words?.Length > MostWords ? RequestRefusals.FieldTooLong
        : null;
}
