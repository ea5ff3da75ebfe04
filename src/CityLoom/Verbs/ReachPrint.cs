using System.Globalization;
using System.Text;
using System.Text.Json;
using CityLoom.Reach.Geo;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Verbs;

/// <summary>Writes what is reached as GeoJSON (RFC 7946), CSV or JSON, coordinates in the datum asked for.</summary>
internal static class ReachPrint
{
    public static void Write(TextWriter writer, PointReach reach, Datum datum, string format)
    {
        if (format == "csv")
        {
            WriteNodes(writer, reach, datum);
            return;
        }
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            switch (format)
            {
                case "json":
                    WriteFigures(json, reach, datum);
                    break;
                case "area":
                    WriteArea(json, reach, datum);
                    break;
                default:
                    WriteRoads(json, reach, datum);
                    break;
            }
        }
        writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    private static void WriteNodes(TextWriter writer, PointReach reach, Datum datum)
    {
        writer.WriteLine("node,lon,lat,seconds");
        var network = reach.Times.Network;
        foreach (var node in reach.Search.Reached)
        {
            var (longitude, latitude) = Gcj02.Write(network.Positions[node], datum);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{network.Ids[node]},{longitude:F7},{latitude:F7},{reach.Search[node] / reach.Times.UnitsPerSecond:0.###}"));
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, PointReach reach, Datum datum)
    {
        json.WriteStartObject();
        json.WriteNumber("junctions", reach.Search.Reached.Length);
        json.WriteNumber("roadKilometres", Math.Round(reach.Metres / 1000, 3));
        json.WriteString("datum", datum.ToString());
        json.WriteStartArray("snapped");
        foreach (var place in reach.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("metresOff", Math.Round(place.MetresOff, 1));
            var at = reach.Times.Network.Part(place.Arc, place.Share, place.Share)[0];
            WritePlace(json, "road", at, datum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRoads(Utf8JsonWriter json, PointReach reach, Datum datum)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("datum", datum.ToString());
        json.WriteStartArray("features");
        foreach (var part in reach.Roads)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            if (!reach.Times.Network.Facts.IsEmpty)
            {
                json.WriteString("class", reach.Times.Network.Facts[part.Arc].Class.ToString());
            }
            json.WriteEndObject();
            json.WriteStartObject("geometry");
            json.WriteString("type", "LineString");
            json.WriteStartArray("coordinates");
            foreach (var place in reach.Times.Network.Part(part.Arc, part.From, part.To))
            {
                WritePlace(json, null, place, datum);
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One MultiPolygon, for display only.</summary>
    private static void WriteArea(Utf8JsonWriter json, PointReach reach, Datum datum)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("datum", datum.ToString());
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in ReachArea.Of(reach.Times.Network, reach.Roads))
        {
            json.WriteStartArray();
            foreach (var ring in polygon)
            {
                json.WriteStartArray();
                foreach (var place in ring)
                {
                    WritePlace(json, null, place, datum);
                }
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string? name, Position place, Datum datum)
    {
        var (longitude, latitude) = Gcj02.Write(place, datum);
        if (name is not null)
        {
            json.WritePropertyName(name);
        }
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(longitude, 7));
        json.WriteNumberValue(Math.Round(latitude, 7));
        json.WriteEndArray();
    }
}
