using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>Contact details: masked for staff, in full only for the organizations that hold the request, and then with an entry in the journal.</summary>
public static class SeeContact
{
    private const string Select = "select name, phone, email, account, device from request_contacts where request_id = @id";

    /// <summary>With most of each part hidden; null when none was left.</summary>
    public static Contact? Masked(Session session, long id) => session.Row<Contact>(Select, new { id })?.Masked();

    /// <summary>In full; the look is in the journal before anybody sees it.</summary>
    public static Outcome<Contact> Run(Writing writing, long id, SignedIn who, CityContext city) =>
        OwnRequest.ByParty(writing, id, who, city).Then<Contact>(own =>
        {
            RequestBook.Kept.Append(writing, id, city.Now, who.Actor, "contactSeen", new { who.Name });
            return writing.Row<Contact>(Select, new { id }) ?? new Contact();
        });
}
