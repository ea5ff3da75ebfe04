namespace CityLoom.Requests.Catalogue;

/// <summary>One line of the duty catalogue 派单目录: for this category, here, this organization, within these times, on these conditions.</summary>
public sealed record Duty
{
    /// <summary>Line within its version, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Code of the category, which covers those below it; empty for every category.</summary>
    public string Category { get; init; } = "";

    /// <summary>Code of the territory, which covers those below it.</summary>
    public string Territory { get; init; } = "";

    /// <summary>Code of the organization.</summary>
    public string Organization { get; init; } = "";

    /// <summary>True when it is sent there at once; false when a person of that organization looks first.</summary>
    public bool Direct { get; init; } = true;

    /// <summary>Term for the first contact with the one who asked, such as <c>mins:120</c>; empty for none.</summary>
    public string RespondWithin { get; init; } = "";

    /// <summary>Term for the whole handling, such as <c>days:5</c>; empty for the term of the kind.</summary>
    public string HandleWithin { get; init; } = "";

    /// <summary>0 ordinary, 1 urgent, 2 emergency: what such a request is at the least.</summary>
    public int Urgency { get; init; }

    /// <summary>What must be so for the case to be opened, in words 立案条件.</summary>
    public string Opening { get; init; } = "";

    /// <summary>What must be so for it to be closed, in words 结案条件.</summary>
    public string Closing { get; init; } = "";
}
