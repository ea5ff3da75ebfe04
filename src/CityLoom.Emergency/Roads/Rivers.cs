using System.Globalization;
using CityLoom.City.Territories;
using CityLoom.City.Trees;

namespace CityLoom.Emergency.Roads;

/// <summary>Rivers as CSV with the columns <c>river,longitude,latitude</c>, the points of each in the order of its course.</summary>
public static class Rivers
{
    /// <summary>Reads the rivers; a row that cannot be read is a bug of whoever ships the file.</summary>
    public static IReadOnlyList<River> Read(string text) =>
    [
        .. CsvTable.Read("rivers.csv", new StringReader(text), "river", "longitude", "latitude").Rows
            .GroupBy(row => row["river"]).Select(river => new River(river.Key, [.. river.Select(row => new GeoPoint(Degrees(row["longitude"]), Degrees(row["latitude"])))])),
    ];

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
