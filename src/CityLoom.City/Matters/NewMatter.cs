using System.ComponentModel.DataAnnotations;

namespace CityLoom.City.Matters;

/// <summary>A matter as it is asked for.</summary>
public sealed record NewMatter
{
    /// <summary>Code of its kind.</summary>
    [Required]
    public string Kind { get; init; } = "";

    /// <summary>One line in the city's words, 2 to 300 characters.</summary>
    [Required, StringLength(300, MinimumLength = 2)]
    public string Title { get; init; } = "";

    /// <summary>The full words, up to 20,000 characters.</summary>
    [StringLength(20_000)]
    public string? Words { get; init; }

    /// <summary>Code of its category.</summary>
    public string? Category { get; init; }

    /// <summary>Code of the territory where it is.</summary>
    public string? Territory { get; init; }

    /// <summary>The organization that answers for it until another signs; that of the actor when not stated.</summary>
    public string? Organization { get; init; }

    /// <summary>The organization to which it is offered at once; null leaves it to be dispatched.</summary>
    public string? DispatchTo { get; init; }

    /// <summary>True when the accountable organization keeps it and works on it itself, as with a whole whose parts go to others.</summary>
    public bool Kept { get; init; }

    /// <summary>Organizations that support the handling one.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    /// <summary>Working time allowed, <c>days:5</c> or <c>mins:240</c>.</summary>
    public string? Term { get; init; }

    /// <summary>Or the civil date by which it is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>WGS-84 longitude in degrees.</summary>
    [Range(-180, 180)]
    public double? Longitude { get; init; }

    /// <summary>WGS-84 latitude in degrees.</summary>
    [Range(-90, 90)]
    public double? Latitude { get; init; }

    /// <summary>0 ordinary, 1 urgent, 2 emergency.</summary>
    [Range(0, 2)]
    public int Urgency { get; init; }

    /// <summary>True when only its own organizations may read it.</summary>
    public bool Confidential { get; init; }

    /// <summary>What raised it and which of them; set by the nets, not from outside.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public (string Source, long Id)? RaisedBy { get; init; }

    /// <summary>The matter of which it is a part; set when one is broken down, not from outside.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long? Parent { get; init; }
}
