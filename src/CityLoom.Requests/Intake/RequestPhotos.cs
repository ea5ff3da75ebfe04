using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>Who may look at the photos of requests.</summary>
public static class RequestPhotos
{
    /// <summary>The address of a photo on this server.</summary>
    public static string AddressOf(string hash) => $"/requests/photos/{hash}";

    /// <summary>True when a published request has this photo, or one that this person may read.</summary>
    public static bool MaySee(Session session, string hash, SignedIn? who, CityContext city)
    {
        var requests = session.Rows<Request>(
            $"select {string.Join(", ", RequestBook.Columns.Split(", ").Select(c => "r." + c))} from requests r join request_photos p on p.request_id = r.id where p.file = @hash limit 20", new { hash });
        return requests.Exists(r => r.Published)
            || (who is not null && requests.Exists(r => MatterBook.Find(session, r.Id) is { } matter && city.MayRead(who, matter)));
    }
}
