namespace CityLoom.Health.Warnings;

/// <summary>How far people have come with a warning.</summary>
public enum WarningStage
{
    /// <summary>Raised by the sweep; nobody has looked yet 信号.</summary>
    Signal,

    /// <summary>Looked into and real, not an artefact of reporting 已核实.</summary>
    Verified,

    /// <summary>More than chance: something goes on 事件.</summary>
    Event,

    /// <summary>Declared an outbreak 暴发.</summary>
    Outbreak,

    /// <summary>No longer spreading 已控制.</summary>
    Controlled,

    /// <summary>Over and written up 已结案.</summary>
    Closed,

    /// <summary>Found to be nothing, with the reason 已排除.</summary>
    Dropped,
}
