namespace CityLoom.Reach.Inputs;

/// <summary>A place where demand arises.</summary>
/// <param name="Place">Its name in the table of road times.</param>
/// <param name="Weight">Its residents or calls; any unit.</param>
/// <param name="Area">The zone that targets and reports sum it under; empty for none.</param>
public sealed record Zone(string Place, double Weight, string Area)
{
    /// <summary>Reads <c>place,weight[,area]</c> as CSV, or says what is wrong in which line.</summary>
    public static Checked<IReadOnlyList<Zone>> Read(string name, TextReader text) => InputFaultException.Catch<IReadOnlyList<Zone>>(() =>
    {
        var zones = new Dictionary<string, Zone>(StringComparer.Ordinal);
        foreach (var row in Sheet.Read(name, text, "place", "weight").Rows)
        {
            var zone = new Zone(row.Needed("place"), row.Number("weight", 0, 1e12), row.Text("area"));
            if (!zones.TryAdd(zone.Place, zone))
            {
                throw row.Fault("sheet.twice", $"地点 {zone.Place} 出现两次。", $"The place {zone.Place} appears twice.");
            }
        }

        return zones.Count > 0 ? [.. zones.Values] : throw Sheet.Fault(name, 1, "sheet.no-rows", "没有数据行。", "There are no rows.");
    });
}
