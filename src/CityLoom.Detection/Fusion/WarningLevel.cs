namespace CityLoom.Detection.Fusion;

/// <summary>How grave a warning is; the smaller the number, the graver.</summary>
public enum WarningLevel
{
    /// <summary>Level I, red 红色.</summary>
    Red = 1,

    /// <summary>Level II, orange 橙色.</summary>
    Orange = 2,

    /// <summary>Level III, yellow 黄色.</summary>
    Yellow = 3,

    /// <summary>Level IV, blue 蓝色.</summary>
    Blue = 4,
}
