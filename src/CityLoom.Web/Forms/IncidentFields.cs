using System.Globalization;
using CityLoom.City;
using CityLoom.Emergency.Incidents;
using CityLoom.Kernel;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Web.Forms;

/// <summary>Reads the fields of forms about incidents.</summary>
internal static class IncidentFields
{
    /// <summary>An incident as it was told; a place that is not known is a refusal about that field.</summary>
    public static Outcome<NewIncident> New(IFormCollection form, CityContext city)
    {
        var (longitude, latitude) = (Number(form, "longitude"), Number(form, "latitude"));
        if (longitude is null != latitude is null || (longitude is null && (MatterFields.Text(form, "longitude") ?? MatterFields.Text(form, "latitude")) is not null))
        {
            return new Refusal("form.longitude", "经度和纬度须同时给出，如 114.3 和 30.6。", "Give longitude and latitude together, such as 114.3 and 30.6.", 400);
        }

        return MatterFields.New(form, city).Then<NewIncident>(matter => new NewIncident
        {
            Title = matter.Title,
            Words = matter.Words,
            Territory = matter.Territory,
            Nature = MatterFields.Text(form, "nature") ?? "other",
            Longitude = longitude,
            Latitude = latitude,
            Grade = int.TryParse(form["grade"], CultureInfo.InvariantCulture, out var grade) ? grade : null,
            Level = int.TryParse(form["level"], CultureInfo.InvariantCulture, out var level) ? level : 1,
            ReceivedAt = long.TryParse(form["received"], CultureInfo.InvariantCulture, out var at) && at is > 0 and < 32_503_680_000_000 && DateTimeOffset.FromUnixTimeMilliseconds(at) <= city.Now ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        });
    }

    /// <summary>The act that a form asks for; null when it names none.</summary>
    public static IncidentActRequest? Act(IFormCollection form) => Enum.TryParse<IncidentAct>(MatterFields.Text(form, "act"), out var act)
        ? new IncidentActRequest
        {
            Act = act,
            Grade = int.TryParse(form["grade"], CultureInfo.InvariantCulture, out var grade) ? grade : null,
            Reason = MatterFields.Text(form, "reason"),
            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
        }
        : null;

    private static double? Number(IFormCollection form, string name) =>
        double.TryParse(MatterFields.Text(form, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
