using CityLoom.City.Territories;
using CityLoom.Reach.Roads;

namespace CityLoom.Emergency.Roads;

/// <summary>A river as the line of its middle.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Line">Its course in WGS-84.</param>
public sealed record River(string Name, IReadOnlyList<GeoPoint> Line);

/// <summary>
/// Draws a plausible net of roads over the outlines of a city's districts, for a demonstration where no surveyed roads are at hand: a
/// lattice that is half a kilometre wide in the centre and one kilometre elsewhere, every fourth line a main road, rivers that only bridges
/// cross. The same outlines and rivers give the same net.
/// </summary>
public sealed class DrawRoads
{
    private const double MetresPerDegree = 111_195;
    private const double Step = 500;
    private const double BridgeSpacing = 4_500;

    private readonly TerritoryMap _map;
    private readonly Func<Territory, bool> _dense;
    private readonly List<(River River, (double X, double Y)[] Line)> _rivers;
    private readonly (double West, double South, double Narrowing, int Columns, int Rows) _frame;
    private readonly Dictionary<(int, int), int> _junctions = [];
    private readonly List<(double X, double Y)> _places = [];
    private readonly RoadSketch _sketch = new();
    private readonly Dictionary<(int River, int Bridge), (double Off, int From, int To)> _bridges = [];

    private DrawRoads(TerritoryMap map, Func<Territory, bool> dense, IReadOnlyList<River> rivers)
    {
        (_map, _dense) = (map, dense);
        var box = new NetTopologySuite.Geometries.Envelope();
        foreach (var boundary in map.Boundaries)
        {
            box.ExpandToInclude(boundary.Shape.EnvelopeInternal);
        }

        var narrowing = Math.Cos(double.DegreesToRadians((box.MinY + box.MaxY) / 2));
        _frame = (box.MinX, box.MinY, narrowing, (int)(box.Width * MetresPerDegree * narrowing / Step) + 1, (int)(box.Height * MetresPerDegree / Step) + 1);
        _rivers = [.. rivers.Select(r => (r, r.Line.Select(Plane).ToArray()))];
    }

    /// <summary>The net.</summary>
    /// <param name="map">Outlines of the districts; there must be one.</param>
    /// <param name="dense">The districts with streets at half the distance.</param>
    /// <param name="rivers">Rivers.</param>
    public static RoadNetwork Over(TerritoryMap map, Func<Territory, bool> dense, IReadOnlyList<River> rivers)
    {
        var drawing = new DrawRoads(map, dense, rivers);
        drawing.PlaceJunctions();
        drawing.JoinNeighbours();
        drawing.BuildBridges();
        return drawing._sketch.Network();
    }

    private void PlaceJunctions()
    {
        for (var row = 0; row <= _frame.Rows; row += 2)
        {
            for (var column = 0; column <= _frame.Columns; column += 2)
            {
                if (_map.At(Degrees(column, row)) is { } territory)
                {
                    Place(column, row);
                    if (_dense(territory))
                    {
                        Fill(column, row);
                    }
                }
            }
        }
    }

    /// <summary>The finer lattice around a junction of the coarse one.</summary>
    private void Fill(int column, int row)
    {
        foreach (var (dx, dy) in ((int, int)[])[(1, 0), (0, 1), (1, 1)])
        {
            if (_map.At(Degrees(column + dx, row + dy)) is not null)
            {
                Place(column + dx, row + dy);
            }
        }
    }

    private void Place(int column, int row)
    {
        var place = Degrees(column, row);
        var (east, north) = (Chance(column, row, 1) - 0.5, Chance(column, row, 2) - 0.5);
        var main = IsMain(column) || IsMain(row);
        var shift = Step * (main ? 0.15 : 0.4);
        var shifted = new GeoPoint(place.Longitude + (east * shift / (MetresPerDegree * _frame.Narrowing)), place.Latitude + (north * shift / MetresPerDegree));
        _junctions[(column, row)] = _sketch.Junction(Position.OfDegrees(shifted.Longitude, shifted.Latitude));
        _places.Add(Plane(shifted));
    }

    private void JoinNeighbours()
    {
        foreach (var ((column, row), junction) in _junctions)
        {
            Join(column, row, junction, 1, 0);
            Join(column, row, junction, 0, 1);
        }
    }

    private void Join(int column, int row, int junction, int dx, int dy)
    {
        var length = _junctions.ContainsKey((column + dx, row + dy)) ? 1 : column % 2 == 0 && row % 2 == 0 ? 2 : 0;
        if (length == 0 || !_junctions.TryGetValue((column + (length * dx), row + (length * dy)), out var other))
        {
            return;
        }

        var line = dx == 1 ? row : column;
        if (Crosses(junction, other, IsMain(line)))
        {
            return;
        }

        var kind = line % 16 == 0 ? RoadClass.Trunk : line % 8 == 0 ? RoadClass.Primary : line % 4 == 0 ? RoadClass.Secondary : line % 2 == 0 ? RoadClass.Tertiary : RoadClass.Residential;
        if (kind != RoadClass.Residential || Chance(column, row, 3 + dx) > 0.12)
        {
            _sketch.Road(junction, other, kind);
        }
    }

    /// <summary>True when a river lies between; a main road is then noted as a place for a bridge, the one nearest to each of even distance.</summary>
    private bool Crosses(int from, int to, bool main)
    {
        var ((ax, ay), (bx, by)) = (_places[from], _places[to]);
        for (var river = 0; river < _rivers.Count; river++)
        {
            if (Along(_rivers[river].Line, ax, ay, bx, by) is not { } along)
            {
                continue;
            }

            var bridge = (int)Math.Round(along / BridgeSpacing);
            var off = Math.Abs(along - (bridge * BridgeSpacing)) + (main ? 0 : BridgeSpacing);
            if (!_bridges.TryGetValue((river, bridge), out var best) || off < best.Off)
            {
                _bridges[(river, bridge)] = (off, from, to);
            }

            return true;
        }

        return false;
    }

    private void BuildBridges()
    {
        foreach (var (_, from, to) in _bridges.OrderBy(b => b.Key).Select(b => b.Value))
        {
            _sketch.Road(from, to, RoadClass.Primary);
        }
    }

    /// <summary>How far along a river a straight road meets it, in metres; null when it does not.</summary>
    private static double? Along((double X, double Y)[] river, double ax, double ay, double bx, double by)
    {
        var passed = 0.0;
        for (var i = 1; i < river.Length; i++)
        {
            var ((cx, cy), (dx, dy)) = (river[i - 1], river[i]);
            var length = Math.Sqrt(((dx - cx) * (dx - cx)) + ((dy - cy) * (dy - cy)));
            var across = ((bx - ax) * (dy - cy)) - ((by - ay) * (dx - cx));
            if (across != 0)
            {
                var t = (((cx - ax) * (dy - cy)) - ((cy - ay) * (dx - cx))) / across;
                var u = (((cx - ax) * (by - ay)) - ((cy - ay) * (bx - ax))) / across;
                if (t is >= 0 and < 1 && u is >= 0 and < 1)
                {
                    return passed + (u * length);
                }
            }

            passed += length;
        }

        return null;
    }

    private static bool IsMain(int line) => line % 4 == 0;

    private (double X, double Y) Plane(GeoPoint place) =>
        ((place.Longitude - _frame.West) * MetresPerDegree * _frame.Narrowing, (place.Latitude - _frame.South) * MetresPerDegree);

    private GeoPoint Degrees(int column, int row) =>
        new(_frame.West + (column * Step / (MetresPerDegree * _frame.Narrowing)), _frame.South + (row * Step / MetresPerDegree));

    /// <summary>A number from 0 to 1 that depends on nothing but the place (a mix of multiplications and shifts).</summary>
    private static double Chance(int column, int row, int salt)
    {
        var mixed = ((uint)column * 0x9E3779B1u) ^ ((uint)row * 0x85EBCA77u) ^ ((uint)salt * 0xC2B2AE3Du);
        mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6Du;
        mixed = (mixed ^ (mixed >> 12)) * 0x297A2D39u;
        return (mixed ^ (mixed >> 15)) / (double)uint.MaxValue;
    }
}
