using System.Globalization;
using CityLoom.Requests.Intake;
using CityLoom.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Web.Pages.Requests;

/// <summary>What the desk has written down of a call so far; carried in the form itself.</summary>
public sealed record CallDraft
{
    /// <summary>What is wrong, in the caller's words.</summary>
    public string? Words { get; init; }

    /// <summary>Community, street or address.</summary>
    public string? Place { get; init; }

    /// <summary>Code of the territory that was chosen among several.</summary>
    public string? Territory { get; init; }

    /// <summary>WGS-84 latitude in degrees, as sent.</summary>
    public string? Latitude { get; init; }

    /// <summary>WGS-84 longitude in degrees, as sent.</summary>
    public string? Longitude { get; init; }

    /// <summary>Name or code of the category; null to go by the suggestion.</summary>
    public string? Category { get; init; }

    /// <summary>True when a person shall decide the category.</summary>
    public bool Undecided { get; init; }

    /// <summary>Name of the caller.</summary>
    public string? Name { get; init; }

    /// <summary>How to call back.</summary>
    public string? Phone { get; init; }

    /// <summary>0 ordinary, 1 urgent, 2 emergency.</summary>
    public int Urgency { get; init; }

    /// <summary>True when nothing of it is published.</summary>
    public bool Confidential { get; init; }

    /// <summary>True for somebody at the counter instead of the telephone.</summary>
    public bool Counter { get; init; }

    /// <summary>The same draft sent twice has the same key.</summary>
    public string? Key { get; init; }

    /// <summary>Reads a form.</summary>
    public static CallDraft Of(IFormCollection form) => new()
    {
        Words = MatterFields.Text(form, "words"),
        Place = MatterFields.Text(form, "place"),
        Territory = MatterFields.Text(form, "territory"),
        Latitude = MatterFields.Text(form, "lat"),
        Longitude = MatterFields.Text(form, "lon"),
        Category = MatterFields.Text(form, "category"),
        Undecided = form.ContainsKey("undecided"),
        Name = MatterFields.Text(form, "name"),
        Phone = MatterFields.Text(form, "phone"),
        Urgency = int.TryParse(form["urgency"], NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) ? urgency : 0,
        Confidential = form.ContainsKey("confidential"),
        Counter = form["door"] == "counter",
        Key = MatterFields.Text(form, "key"),
    };

    /// <summary>The request that it asks for.</summary>
    /// <param name="category">Code of the category; null to go by the suggestion.</param>
    public NewRequest ToRequest(string? category) => new()
    {
        Channel = Counter ? Channel.Counter : Channel.Hotline,
        Words = Words,
        Address = Place,
        Territory = Territory,
        Latitude = Degrees(Latitude),
        Longitude = Degrees(Longitude),
        Service = category,
        Undecided = Undecided,
        Contact = new Contact { Name = Name, Phone = Phone },
        Urgency = Urgency,
        Confidential = Confidential,
        Language = "zh",
    };

    private static double? Degrees(string? text) =>
        text is null ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;
}

/// <summary>What the desk reads aloud once a call is filed.</summary>
/// <param name="Number">What people call it.</param>
/// <param name="Code">With the number it opens the request to the caller.</param>
/// <param name="Who">Code of the organization that answers for it.</param>
/// <param name="Joined">True when the caller joined one that was there.</param>
/// <param name="Undecided">True when a person has yet to decide the category.</param>
public sealed record CallMade(string Number, string Code, string Who, bool Joined, bool Undecided);
