namespace CityLoom.Detection.Essence;

/// <summary>How a day is coloured.</summary>
internal enum EssenceLevel
{
    /// <summary>No baseline yet.</summary>
    Grey,

    /// <summary>As usual.</summary>
    Blue,

    /// <summary>p below 0.05.</summary>
    Yellow,

    /// <summary>p below 0.01.</summary>
    Red,
}
