using CityLoom.City;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Reports;

/// <summary>Signs for a report that was delivered: somebody of the organization has seen it. Signed for again it stays as it was.</summary>
public static class SignReport
{
    private static readonly Refusal Unknown = new("report.delivery", "没有这份待签收的报告。", "There is no such delivery.", 404);
    private static readonly Refusal NotYours = new("report.delivery-not-yours", "由收到报告的单位签收。", "It is for the organization that received the report to sign for it.", 403);

    /// <summary>The delivery, signed for.</summary>
    public static Outcome<Delivery> Run(Writing writing, long id, SignedIn by, CityContext city)
    {
        if (DeliveryBook.Take(writing, id) is not { } delivery)
        {
            return Unknown;
        }

        if (!MayFor(by, delivery.Organization, city))
        {
            return NotYours;
        }

        if (delivery.SignedAt is not null)
        {
            return delivery;
        }

        var signed = delivery with { SignedAt = city.Now };
        writing.Execute("update report_deliveries set signed_at = @SignedAt, signed_by = @Account where id = @Id", new { signed.SignedAt, by.Account, signed.Id });
        ReportBook.Kept.Append(writing, signed.DutyId, city.Now, by.Actor, "signed", new { signed.Number, signed.Organization, late = signed.LateAt(city.Now) });
        return signed;
    }

    /// <summary>True when this person signs for an organization: they work for it or stand over it.</summary>
    public static bool MayFor(SignedIn by, string organization, CityContext city) => RequestSupplies.MayFor(by, organization, city);

    /// <summary>The organizations for which somebody signs.</summary>
    public static IReadOnlyCollection<string> Organizations(SignedIn by, CityContext city) =>
        [.. city.Below(by.Grants.Where(g => RequestSupplies.May.Contains(g.Role)).Select(g => g.Organization))];
}
