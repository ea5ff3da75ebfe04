using CityLoom.Emergency.Incidents;
using CityLoom.Reach.Dispatch;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Emergency;

/// <summary>Grades, stages and states as pages show them.</summary>
internal static class EmergencyInWords
{
    private static readonly string[] Roman = ["", "I", "II", "III", "IV"];

    /// <summary>The light of a grade: red, orange, yellow, blue from I to IV.</summary>
    public static Light LightOf(int? grade) => grade switch { 1 => Light.Red, 2 => Light.Orange, 3 => Light.Yellow, 4 => Light.Blue, _ => Light.None };

    /// <summary>The grade in words: III 级 较大.</summary>
    public static string Grade(this Say say, int? grade) => grade is { } g ? say["incident.grade." + g, ("roman", Roman[g])] : say["incident.ungraded"];

    /// <summary>The stage in words.</summary>
    public static string Of(this Say say, IncidentStage stage) => say["incident.stage." + stage.ToString().ToLowerInvariant()];

    /// <summary>The act in words.</summary>
    public static string Of(this Say say, IncidentAct act) => say["incident.act." + act.ToString().ToLowerInvariant()];

    /// <summary>The state of a unit in words.</summary>
    public static string Of(this Say say, UnitState state) => say["unit.state." + state.ToString().ToLowerInvariant()];

    /// <summary>What happens to a unit in words.</summary>
    public static string Of(this Say say, UnitAct act) => say["unit.act." + act.ToString().ToLowerInvariant()];

    /// <summary>The light of a unit's state: green while it can be sent, blue on its way, yellow at work, none out of service.</summary>
    public static Light LightOf(UnitState state) => state switch
    {
        UnitState.Available or UnitState.Returning => Light.Green,
        UnitState.Dispatched or UnitState.EnRoute => Light.Blue,
        UnitState.OutOfService => Light.None,
        _ => Light.Yellow,
    };

    /// <summary>Minutes and seconds: 7:05.</summary>
    public static string Clock(double? seconds) => seconds is { } s ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)s / 60}:{(int)s % 60:00}") : "–";
}
