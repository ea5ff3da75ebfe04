using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;
using CityLoom.City;

namespace CityLoom.Requests.Intake;

/// <summary>Takes a request for those to whom it belongs: the one who asked, by their code, or the organizations that hold it.</summary>
internal static class OwnRequest
{
    /// <summary>The request and its matter, locked, for the one who asked.</summary>
    public static Outcome<(Request Request, Matter Matter)> ByCode(Writing writing, string number, string code) =>
        RequestBook.IdOf(number) is { } id && RequestBook.Take(writing, id) is { } request && code is not null
            && FollowRequest.ReaderOf(writing, request, code) is { Reading: Reading.Own }
            ? (request, MatterBook.Find(writing, id)!)
            : RequestRefusals.Unknown;

    /// <summary>The same for those who joined it too, and which of them the code is of.</summary>
    public static Outcome<(Resident Resident, Matter Matter)> ByAnyCode(Writing writing, string number, string code) =>
        RequestBook.IdOf(number) is { } id && RequestBook.Take(writing, id) is { } request && code is not null
            && FollowRequest.ReaderOf(writing, request, code) is { Reading: not Reading.Anybody } resident
            ? (resident, MatterBook.Find(writing, id)!)
            : RequestRefusals.Unknown;

    /// <summary>The request and its matter, locked, for a person of an organization that answers for it, works on it or is offered it.</summary>
    public static Outcome<(Request Request, Matter Matter)> ByParty(Writing writing, long id, SignedIn who, CityContext city)
    {
        if (RequestBook.Take(writing, id) is not { } request)
        {
            return RequestRefusals.Unknown;
        }

        var matter = MatterBook.Find(writing, id)!;
        return IsParty(matter, who, city) ? (request, matter) : RequestRefusals.NotYours;
    }

    /// <summary>True when a grant of this person covers one of the matter's organizations and does more than look on.</summary>
    public static bool IsParty(Matter matter, SignedIn who, CityContext city) => who.Grants.Any(g =>
        g.Role is not Role.Auditor and not Role.Administrator and not Role.Epidemiologist
        && (g.Territory is null || matter.Place.Split('/').Contains(g.Territory))
        && new[] { matter.Accountable, matter.Handling, matter.Offered }.Any(o => o is not null && city.Organizations.Within(o, g.Organization)));
}
