using System.ComponentModel.DataAnnotations;

namespace CityLoom.Requests.Intake;

/// <summary>How to reach the one who asked. Never shown but masked, except to the handling organization, and each look is in the journal.</summary>
public sealed record Contact
{
    /// <summary>Name as given.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    /// <summary>Telephone number as given.</summary>
    [StringLength(40)]
    public string? Phone { get; init; }

    /// <summary>E-mail address.</summary>
    [StringLength(200)]
    public string? Email { get; init; }

    /// <summary>The sender's own identity for the person, from a program.</summary>
    [StringLength(200)]
    public string? Account { get; init; }

    /// <summary>The device that sent it, from a program.</summary>
    [StringLength(200)]
    public string? Device { get; init; }

    /// <summary>True when nothing is given.</summary>
    public bool IsEmpty => Name is null && Phone is null && Email is null && Account is null && Device is null;

    /// <summary>True when the person can be called or written to.</summary>
    public bool IsReachable => Phone is not null || Email is not null;

    /// <summary>The same with most of each part hidden: 王**, 138****5678, l***@example.org.</summary>
    public Contact Masked() => new()
    {
        Name = Name is null ? null : Name[..1] + "**",
        Phone = Phone is null ? null : Phone.Length < 8 ? "****" : Phone[..3] + "****" + Phone[^4..],
        Email = Email is null ? null : Email[..1] + "***" + (Email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? Email[at..] : ""),
    };

    /// <summary>The same with blanks trimmed and what is empty left out.</summary>
    internal Contact Tidy() => new()
    {
        Name = Text.OrNull(Name), Phone = Text.OrNull(Phone), Email = Text.OrNull(Email), Account = Text.OrNull(Account), Device = Text.OrNull(Device),
    };

    internal bool IsTooLong => Name?.Length > 100 || Phone?.Length > 40 || Email?.Length > 200 || Account?.Length > 200 || Device?.Length > 200;
}
