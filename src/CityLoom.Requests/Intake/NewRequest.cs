using System.ComponentModel.DataAnnotations;

namespace CityLoom.Requests.Intake;

/// <summary>The doors by which requests come in.</summary>
public enum Channel
{
    /// <summary>The public site.</summary>
    Web,

    /// <summary>A call to the hotline, written down by the desk.</summary>
    Hotline,

    /// <summary>A counter or a visit.</summary>
    Counter,

    /// <summary>A program by Open311.</summary>
    Open311,

    /// <summary>A program by our own API.</summary>
    Program,
}

/// <summary>A request as it is asked for, the same through all doors. A place and words or a service are what it needs.</summary>
public sealed record NewRequest
{
    /// <summary>The most characters of the words.</summary>
    public const int MostWords = 4_000;

    /// <summary>The most photos of one request.</summary>
    public const int MostPhotos = 6;

    /// <summary>The door.</summary>
    public Channel Channel { get; init; }

    /// <summary>What is wrong, in the resident's words.</summary>
    [StringLength(MostWords)]
    public string? Words { get; init; }

    /// <summary>One line; made of the words when not stated.</summary>
    [StringLength(120)]
    public string? Title { get; init; }

    /// <summary>Code of the category; suggested from the words when not stated.</summary>
    [StringLength(100)]
    public string? Service { get; init; }

    /// <summary>True when a person shall decide the category: it goes to whoever takes what nobody else does, and stands in the desk's list until then.</summary>
    public bool Undecided { get; init; }

    /// <summary>Answers to the category's questions, by their codes.</summary>
    public IReadOnlyDictionary<string, string[]> Attributes { get; init; } = new Dictionary<string, string[]>();

    /// <summary>WGS-84 latitude in degrees, with <see cref="Longitude"/>.</summary>
    public double? Latitude { get; init; }

    /// <summary>WGS-84 longitude in degrees.</summary>
    public double? Longitude { get; init; }

    /// <summary>Code of the territory, when the person chose it.</summary>
    [StringLength(40)]
    public string? Territory { get; init; }

    /// <summary>The address or the name of the community, in words.</summary>
    [StringLength(400)]
    public string? Address { get; init; }

    /// <summary>The sender's own identity for the address; the code of a territory counts as one.</summary>
    [StringLength(100)]
    public string? AddressId { get; init; }

    /// <summary>Who asks; all parts may be left out.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Content hashes of photos that <see cref="TakePhoto"/> took in.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>Address of a picture elsewhere; kept and told, never fetched.</summary>
    [StringLength(2_000)]
    public string? MediaUrl { get; init; }

    /// <summary>0 ordinary, 1 urgent, 2 emergency; the catalogue may raise it.</summary>
    [Range(0, 2)]
    public int Urgency { get; init; }

    /// <summary>True when only its own organizations may read it and nothing of it is published.</summary>
    public bool Confidential { get; init; }

    /// <summary>Language in which to answer, such as <c>zh</c> or <c>en</c>.</summary>
    [StringLength(20)]
    public string? Language { get; init; }
}
