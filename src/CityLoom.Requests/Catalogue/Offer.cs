namespace CityLoom.Requests.Catalogue;

/// <summary>How a program hears of the request that it made.</summary>
public enum AnswerType
{
    /// <summary>The number comes back at once.</summary>
    Realtime,

    /// <summary>A token comes back; the number follows when somebody has accepted the request.</summary>
    Batch,

    /// <summary>Neither comes back.</summary>
    Blackbox,
}

/// <summary>What residents are told of a category and what they are asked: a service, in the words of Open311.</summary>
public sealed record Offer
{
    /// <summary>Code of the category.</summary>
    public string Category { get; init; } = "";

    /// <summary>How a program hears of its request.</summary>
    public AnswerType Type { get; init; }

    /// <summary>What belongs here, in Chinese.</summary>
    public string Description { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishDescription { get; init; } = "";

    /// <summary>True when nothing of such a request is published and only its organizations may read it.</summary>
    public bool Confidential { get; init; }
}
