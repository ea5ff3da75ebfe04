namespace CityLoom.Detection.Space;

/// <summary>Which windows of time a scan looks at.</summary>
public enum ScanSpan
{
    /// <summary>Those that end today: is anything going on now?</summary>
    Prospective,

    /// <summary>All of them: was there anything?</summary>
    Retrospective,
}
