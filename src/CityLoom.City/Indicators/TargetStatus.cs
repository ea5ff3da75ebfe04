namespace CityLoom.City.Indicators;

/// <summary>How a target stands against its path.</summary>
public enum TargetStatus
{
    /// <summary>Nothing was observed on the path yet.</summary>
    NoData,

    /// <summary>Better than expected by more than the tolerance.</summary>
    Ahead,

    /// <summary>Within the tolerance of what is expected.</summary>
    OnTrack,

    /// <summary>Worse than expected by more than the tolerance.</summary>
    Behind,

    /// <summary>The due day is over and the value is not shown to be reached.</summary>
    Overdue,

    /// <summary>The value is reached.</summary>
    Met,
}
