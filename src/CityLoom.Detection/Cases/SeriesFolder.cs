using System.Globalization;
using System.Text.Json;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cases;

/// <summary>
/// A folder of series as the reference keeps them: <c>series.json</c> beside or in it tells frequency and start, <c>NAME.csv</c> has
/// the columns t, date, count and perhaps others.
/// </summary>
/// <param name="folder">The folder with the CSV files.</param>
public sealed class SeriesFolder(string folder)
{
    private readonly Dictionary<string, SeriesTable> _tables = [];
    private readonly Dictionary<string, JsonElement> _facts = Facts(folder);

    /// <summary>Loads a series by name, once.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message names file and line.</exception>
    public SeriesTable Load(string name)
    {
        if (!_tables.TryGetValue(name, out var table))
        {
            table = SeriesTable.Read(Path.Combine(folder, name + ".csv"), name);
            if (_facts.TryGetValue(name, out var facts))
            {
                table.PeriodsPerYear = facts.GetProperty("frequency").GetInt32();
                table.StartPeriod = facts.GetProperty("start")[1].GetInt32();
                table.UseDates = facts.GetProperty("epochAsDate").GetBoolean();
            }
            _tables[name] = table;
        }
        return table;
    }

    private static Dictionary<string, JsonElement> Facts(string folder)
    {
        string?[] places = [folder, Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))];
        var file = places.OfType<string>().Select(place => Path.Combine(place, "series.json")).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return [];
        }
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!, item => item.Clone());
    }
}
