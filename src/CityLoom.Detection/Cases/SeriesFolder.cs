using System.Globalization;
using System.Text.Json;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cases;

/// <summary>
/// A folder of series as the reference keeps them: <c>series.json</c> beside or in it tells frequency and start, <c>NAME.csv</c> has
/// the columns t, date, count and perhaps others.
/// </summary>
/// <param name="folder">The folder with the CSV files.</param>
/// <exception cref="FormatException"><c>series.json</c> is not what it should be.</exception>
public sealed class SeriesFolder(string folder)
{
    private readonly Dictionary<string, SeriesTable> _tables = [];
    private readonly Dictionary<string, Facts> _facts = ReadFacts(folder);

    /// <summary>Loads a series by name, once.</summary>
    /// <exception cref="FormatException">A row cannot be read; the message names file and line.</exception>
    public SeriesTable Load(string name)
    {
        if (!_tables.TryGetValue(name, out var table))
        {
            table = SeriesTable.Read(Path.Combine(folder, name + ".csv"), name);
            if (_facts.TryGetValue(name, out var facts))
            {
                (table.PeriodsPerYear, table.StartPeriod, table.UseDates) = (facts.Frequency, facts.Start, facts.UseDates);
            }
            _tables[name] = table;
        }
        return table;
    }

    private static Dictionary<string, Facts> ReadFacts(string folder)
    {
        string?[] places = [folder, Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))];
        var file = places.OfType<string>().Select(place => Path.Combine(place, "series.json")).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return [];
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!, Facts.Of);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"series.json: a list of series, each once, with id, frequency, start [year, period] and epochAsDate is needed: {wrong.Message}", wrong);
        }
    }

    /// <summary>What <c>series.json</c> tells of a series.</summary>
    private sealed record Facts(int Frequency, int Start, bool UseDates)
    {
        public static Facts Of(JsonElement item) =>
            new(item.GetProperty("frequency").GetInt32(), item.GetProperty("start")[1].GetInt32(), item.GetProperty("epochAsDate").GetBoolean());
    }
}
