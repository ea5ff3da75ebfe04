using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityLoom.Requests.Intake;
using CityLoom.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Web.Pages.Public;

/// <summary>What a resident has written so far; carried from step to step in the form itself, so that nothing is kept of those who leave.</summary>
public sealed record ReportDraft
{
    /// <summary>What is wrong.</summary>
    public string? Words { get; init; }

    /// <summary>The address or the name of the community.</summary>
    public string? Place { get; init; }

    /// <summary>Code of the territory, where it had to be chosen.</summary>
    public string? Territory { get; init; }

    /// <summary>WGS-84 latitude in degrees, as sent.</summary>
    public string? Latitude { get; init; }

    /// <summary>WGS-84 longitude in degrees, as sent.</summary>
    public string? Longitude { get; init; }

    /// <summary>Content hashes of photos already taken in.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>Code of the category; null before it was asked, empty when a person shall decide.</summary>
    public string? Service { get; init; }

    /// <summary>Name of the one who asks.</summary>
    public string? Name { get; init; }

    /// <summary>How to call them.</summary>
    public string? Phone { get; init; }

    /// <summary>The form's seal; null for a new one.</summary>
    public string? Stamp { get; init; }

    /// <summary>The same form sent twice has the same key.</summary>
    public string Key => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Stamp ?? "")));

    /// <summary>Reads a form.</summary>
    public static ReportDraft Of(IFormCollection form) => new()
    {
        Words = MatterFields.Text(form, "words"),
        Place = MatterFields.Text(form, "place"),
        Territory = MatterFields.Text(form, "territory"),
        Latitude = MatterFields.Text(form, "lat"),
        Longitude = MatterFields.Text(form, "lon"),
        Photos = [.. form["photos"].OfType<string>().Distinct()],
        Service = form.ContainsKey("service") ? form["service"].ToString() : null,
        Name = MatterFields.Text(form, "name"),
        Phone = MatterFields.Text(form, "phone"),
        Stamp = MatterFields.Text(form, "stamp"),
    };

    /// <summary>The request that it asks for. What cannot be read as a coordinate is refused as one that is not on earth.</summary>
    /// <param name="language">Language in which to answer.</param>
    public NewRequest ToRequest(string language) => new()
    {
        Channel = Channel.Web,
        Words = Words,
        Address = Place,
        Territory = Territory,
        Latitude = Degrees(Latitude),
        Longitude = Degrees(Longitude),
        Photos = Photos,
        Service = Service,
        Undecided = Service?.Length == 0,
        Contact = new Contact { Name = Name, Phone = Phone },
        Language = language,
    };

    private static double? Degrees(string? text) =>
        text is null ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;
}
