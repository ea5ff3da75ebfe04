using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;

namespace CityLoom.Requests.Intake;

/// <summary>A person decides the category of a request that came without a sure one; the catalogue then says who answers for it and by when.</summary>
public static class DecideCategory
{
    private static readonly Refusal Decided = new("request.decided", "这件诉求已有类别。", "Its category has been decided.", 409);

    /// <summary>The matter, offered to whoever the catalogue names; it stays where it is when that is the same organization.</summary>
    public static Outcome<Matter> Run(Writing writing, long id, string category, SignedIn who, CityContext city, DutyCatalogue catalogue)
    {
        if (city.Trees.Categories.Find(category) is null)
        {
            return RequestRefusals.ServiceUnknown(category);
        }

        if (RequestBook.Take(writing, id) is not { } request)
        {
            return RequestRefusals.Unknown;
        }

        if (request.Service.Length > 0)
        {
            return Decided;
        }

        var matter = MatterBook.Find(writing, id)!;
        var route = catalogue.RouteOf(category, matter.Territory ?? (city.Territories.Roots is [var root, ..] ? root.Code : ""), city.Trees)!;
        var term = route.Duty is { HandleWithin.Length: > 0 } duty ? duty.HandleWithin : null;
        return CategorizeMatter.Run(writing, id, category, term, city.For(who)).Then<Matter>(categorized =>
        {
            Keep(writing, request, category, route, who, city, catalogue);
            return Send(writing, categorized, route.Organization, city);
        });
    }

    private static void Keep(Writing writing, Request request, string category, Route route, SignedIn who, CityContext city, DutyCatalogue catalogue)
    {
        var within = route.Duty is { RespondWithin.Length: > 0 } duty ? duty.RespondWithin : null;
        writing.Execute(
            "update requests set service = @category, duty_version = @version, duty = @line, respond_due_at = coalesce(respond_due_at, @due) where id = @Id",
            new
            {
                request.Id, category, version = route.Duty is null ? (int?)null : catalogue.Version, line = route.Duty?.Line,
                due = MatterClock.StageDue(within, city.Now, city.Time),
            });
        RequestBook.Kept.Append(writing, request.Id, city.Now, who.Actor, "categorized", new { category, duty = route.Duty?.Line });
    }

    /// <summary>By the catalogue, not by the one who decides the category: no post of theirs is needed for it.</summary>
    private static Outcome<Matter> Send(Writing writing, Matter matter, string organization, CityContext city)
    {
        Outcome<Matter> Do(Act act, string? to = null) => ActOnMatter.Run(writing, matter.Id, new ActRequest { Act = act, Organization = to }, city.For(null));
        return matter.State switch
        {
            _ when organization == matter.Accountable => matter,
            MatterState.Reported or MatterState.Verifying => Do(Act.Register).Then<Matter>(_ => Do(Act.Dispatch, organization)),
            MatterState.Registered or MatterState.Dispatched => Do(Act.Dispatch, organization),
            _ => matter,
        };
    }
}
