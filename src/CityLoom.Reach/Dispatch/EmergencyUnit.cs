using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Dispatch;

/// <summary>What a unit is doing.</summary>
public enum UnitState
{
    /// <summary>At its station and free.</summary>
    Available,

    /// <summary>Told to go, not yet moving.</summary>
    Dispatched,

    /// <summary>On its way to an incident.</summary>
    EnRoute,

    /// <summary>At the incident.</summary>
    OnScene,

    /// <summary>On its way to a hospital.</summary>
    Transporting,

    /// <summary>Handing over at a hospital.</summary>
    AtHospital,

    /// <summary>On its way back, and free.</summary>
    Returning,

    /// <summary>Not to be counted on.</summary>
    OutOfService,
}

/// <summary>A vehicle with its crew; never a person.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Place">Where it is, as in the table of road times.</param>
/// <param name="Level">What it can do: 1 basic, 2 advanced, 3 intensive care.</param>
/// <param name="TurnOut">Seconds until it rolls.</param>
public sealed record EmergencyUnit(string Id, UnitState State, string Place, int Level, int TurnOut)
{
    /// <summary>Whether it can be sent now.</summary>
    public bool IsFree => State is UnitState.Available or UnitState.Returning;

    /// <summary>Reads <c>unit,state,place[,level,turn_out]</c> as CSV, or says what is wrong in which line.</summary>
    public static Checked<IReadOnlyList<EmergencyUnit>> Read(string name, TextReader text) => InputFaultException.Catch<IReadOnlyList<EmergencyUnit>>(() =>
    {
        var units = new Dictionary<string, EmergencyUnit>(StringComparer.Ordinal);
        foreach (var row in Sheet.Read(name, text, "unit", "state", "place").Rows)
        {
            var unit = new EmergencyUnit(
                row.Needed("unit"), StateOf(row), row.Needed("place"), (int)row.Whole("level", 1, 3, 1), (int)row.Whole("turn_out", 0, 3600, 60));
            if (!units.TryAdd(unit.Id, unit))
            {
                throw row.Fault("sheet.twice", $"单元 {unit.Id} 出现两次。", $"The unit {unit.Id} appears twice.");
            }
        }

        return [.. units.Values];
    });

    private static UnitState StateOf(SheetRow row) =>
        Enum.TryParse<UnitState>(row.Text("state").Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var state)
            && Enum.IsDefined(state)
            ? state
            : throw row.Fault("sheet.bad-state", $"状态“{row.Text("state")}”不认识，可用：available、dispatched、en_route、on_scene、transporting、at_hospital、returning、out_of_service。",
                $"The state \"{row.Text("state")}\" is unknown; use available, dispatched, en_route, on_scene, transporting, at_hospital, returning or out_of_service.");
}
