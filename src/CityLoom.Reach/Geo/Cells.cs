using CityLoom.Reach.Roads;

namespace CityLoom.Reach.Geo;

/// <summary>A grid of equal cells over a box, by which things near a place are found.</summary>
internal sealed class Cells
{
    private const double MetresPerUnit = 0.0111;

    private readonly long _west;
    private readonly long _south;
    private readonly long _width;
    private readonly long _height;

    /// <param name="places">What the grid must hold.</param>
    /// <param name="wanted">About how many cells it should have.</param>
    public Cells(ReadOnlySpan<Position> places, int wanted)
    {
        var (west, south, east, north) = Box(places);
        (_west, _south) = (west, south);
        var narrowing = Math.Max(0.01, Math.Cos(double.DegreesToRadians(Math.Max(Math.Abs(south), Math.Abs(north)) / 1e7)));
        var side = Math.Max(1000, Math.Sqrt((east - west + 1) * narrowing * (north - south + 1) / Math.Max(1, wanted)));
        (_width, _height) = ((long)(side / narrowing), (long)side);
        (Columns, Rows) = ((int)((east - west) / _width) + 1, (int)((north - south) / _height) + 1);
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Metres by which everything outside <c>n</c> rings of cells is farther than <c>n</c> times this.</summary>
    public double RingMetres => _height * MetresPerUnit;

    /// <summary>Column and row of a place; for one outside the box, of the nearest cell.</summary>
    public (int Column, int Row) Of(Position place) => (
        (int)Math.Clamp((place.E7Longitude - _west) / _width, 0, Columns - 1),
        (int)Math.Clamp((place.E7Latitude - _south) / _height, 0, Rows - 1));

    /// <summary>All cells that the line between two places may cross, row by row.</summary>
    public IEnumerable<int> Crossed(Position a, Position b)
    {
        var ((columnA, rowA), (columnB, rowB)) = (Of(a), Of(b));
        for (var row = Math.Min(rowA, rowB); row <= Math.Max(rowA, rowB); row++)
        {
            var (from, to) = rowA == rowB ? (columnA, columnB) : (ColumnAt(a, b, row), ColumnAt(a, b, row + 1));
            for (var column = Math.Min(from, to); column <= Math.Max(from, to); column++)
            {
                yield return (row * Columns) + column;
            }
        }
    }

    /// <summary>Cells exactly <paramref name="ring"/> away from a cell, as far as they are in the grid.</summary>
    public IEnumerable<int> Ring(int column, int row, int ring)
    {
        for (var r = Math.Max(0, row - ring); r <= Math.Min(Rows - 1, row + ring); r++)
        {
            var step = Math.Abs(r - row) == ring || ring == 0 ? 1 : ring * 2;
            for (var c = column - ring; c <= column + ring; c += step)
            {
                if (c >= 0 && c < Columns)
                {
                    yield return (r * Columns) + c;
                }
            }
        }
    }

    /// <summary>The column in which the line meets the lower edge of a row, or its end where it does not get there.</summary>
    private int ColumnAt(Position a, Position b, int row)
    {
        var edge = _south + (row * _height);
        var share = Math.Clamp((edge - a.E7Latitude) / ((double)b.E7Latitude - a.E7Latitude), 0, 1);
        return Of(new((int)(a.E7Longitude + (share * ((double)b.E7Longitude - a.E7Longitude))), a.E7Latitude)).Column;
    }

    private static (long West, long South, long East, long North) Box(ReadOnlySpan<Position> places)
    {
        var (west, south, east, north) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var place in places)
        {
            (west, east) = (Math.Min(west, place.E7Longitude), Math.Max(east, place.E7Longitude));
            (south, north) = (Math.Min(south, place.E7Latitude), Math.Max(north, place.E7Latitude));
        }
        return places.IsEmpty ? (0, 0, 0, 0) : (west, south, east, north);
    }
}
