namespace CityLoom.City.Organizations;

/// <summary>How a written name met the directory.</summary>
public enum MatchKind
{
    /// <summary>The official or the short name, to the character.</summary>
    Exact,

    /// <summary>Another way to write one organization's name.</summary>
    Alias,

    /// <summary>A word for many, such as 各区: all of them are meant.</summary>
    Set,

    /// <summary>More than one organization could be meant; a person chooses.</summary>
    Several,

    /// <summary>Nothing in the directory is meant.</summary>
    None,
}

/// <summary>What a written name stands for.</summary>
/// <param name="Kind">How it was found.</param>
/// <param name="Organizations">One for <see cref="MatchKind.Exact"/> and <see cref="MatchKind.Alias"/>, none for <see cref="MatchKind.None"/>.</param>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record OrganizationMatch(MatchKind Kind, IReadOnlyList<Organization> Organizations, string Reason, string English);
