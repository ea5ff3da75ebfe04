using CityLoom.City.Matters;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.City;

/// <summary>A thing by which the map of districts is shaded.</summary>
/// <param name="Name">Its name in the address and in keys of words.</param>
/// <param name="Value">The figure of a district; null when there is none.</param>
/// <param name="IsShare">True for per cent.</param>
/// <param name="List">The list that the figure of a district counts.</param>
internal sealed record Shade(string Name, Func<MatterCount, double?> Value, bool IsShare, Func<string, MatterQuery> List)
{
    /// <summary>All, the first one being shown when none is chosen.</summary>
    public static IReadOnlyList<Shade> All { get; } =
    [
        new("overdue", c => c.OverdueShare * 100, true, d => new MatterQuery { Box = "all", Territory = d, Light = Light.Overdue }),
        new("open", c => c.Open, false, d => new MatterQuery { Box = "all", Territory = d, Open = true }),
        new("due", c => c.DueSoon, false, d => new MatterQuery { Box = "all", Territory = d, DueWithin = 7 }),
        new("on-time", c => c.OnTimeShare * 100, true, d => new MatterQuery { Box = "all", Territory = d, EndedWithin = 30 }),
    ];

    /// <summary>The one that an address names.</summary>
    public static Shade Of(string? name) => All.FirstOrDefault(s => s.Name == name) ?? All[0];

    /// <summary>What is shown, in words.</summary>
    public string Title(Say say) => say["shade." + Name];
}
