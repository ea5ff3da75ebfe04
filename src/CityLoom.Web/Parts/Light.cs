namespace CityLoom.Web.Parts;

/// <summary>The state that a colour, a shape and a word show together.</summary>
public enum Light
{
    /// <summary>○ nothing to say: open and in time.</summary>
    None,

    /// <summary>● near due 临期.</summary>
    Blue,

    /// <summary>▲ behind 滞后.</summary>
    Yellow,

    /// <summary>◆ a warning of level II; never a state of a matter.</summary>
    Orange,

    /// <summary>■ overdue 超期.</summary>
    Red,

    /// <summary>✓ done 办结.</summary>
    Green,
}

/// <summary>How a <see cref="Light"/> is written in markup and words.</summary>
public static class Lights
{
    /// <summary>The value of <c>data-state</c>; null for no light, so that the attribute is left out.</summary>
    public static string? Attribute(this Light light) => light switch
    {
        Light.None => null,
        _ => light.Code(),
    };

    /// <summary>The last part of the light's key in the words: <c>state.red</c>.</summary>
    public static string Code(this Light light) => light switch
    {
        Light.None => "none",
        Light.Blue => "blue",
        Light.Yellow => "yellow",
        Light.Orange => "orange",
        Light.Red => "red",
        _ => "green",
    };
}
