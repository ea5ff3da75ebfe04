using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;

namespace CityLoom.Reach.Geo;

/// <summary>
/// The area around the roads reached, for maps only: no figure may be taken from it. Cells of a grid that a reached road crosses,
/// and those beside them, are filled, and their outline is drawn with its corners cut.
/// </summary>
public static class ReachArea
{
    private const int MostCells = 4_000_000;
    private const int Margin = 3;
    private const double UnitsPerMetre = 89.93;

    /// <summary>Polygons in WGS-84, each as its outer ring (anticlockwise) and its holes; rings are closed.</summary>
    /// <param name="network">The roads.</param>
    /// <param name="parts">The parts reached.</param>
    /// <param name="cellMetres">Side of a cell; made larger where the area would need more than four million of them.</param>
    public static IReadOnlyList<IReadOnlyList<Position[]>> Of(RoadNetwork network, IReadOnlyList<RoadPart> parts, double cellMetres = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cellMetres, 1);
        var lines = parts.Select(part => network.Part(part.Arc, part.From, part.To)).ToList();
        if (lines.Count == 0)
        {
            return [];
        }
        var frame = Frame.Around(lines, cellMetres);
        var cells = new CellSet(frame.Columns, frame.Rows);
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Count; i++)
            {
                FillAlong(cells, frame, line[i - 1], line[i]);
            }
        }
        return cells.Outlines().Select(rings => (IReadOnlyList<Position[]>)rings.Select(ring => ring.Select(frame.Place).ToArray()).ToList()).ToList();
    }

    private static void FillAlong(CellSet cells, Frame frame, Position a, Position b)
    {
        var ((fromX, fromY), (toX, toY)) = (frame.Of(a), frame.Of(b));
        var steps = (int)Math.Ceiling(2 * Math.Max(Math.Abs(toX - fromX), Math.Abs(toY - fromY)));
        for (var step = 0; step <= steps; step++)
        {
            var share = steps == 0 ? 0 : (double)step / steps;
            var (column, row) = ((int)(fromX + (share * (toX - fromX))), (int)(fromY + (share * (toY - fromY))));
            for (var beside = 0; beside < 9; beside++)
            {
                cells.Fill(column + (beside % 3) - 1, row + (beside / 3) - 1);
            }
        }
    }

    /// <summary>Where the grid lies: its south-west corner and the size of its cells, in units of positions.</summary>
    private readonly record struct Frame(double West, double South, double Width, double Height, int Columns, int Rows)
    {
        public static Frame Around(List<List<Position>> lines, double cellMetres)
        {
            var places = lines.SelectMany(line => line).ToList();
            var (west, east) = ((double)places.Min(place => place.E7Longitude), (double)places.Max(place => place.E7Longitude));
            var (south, north) = ((double)places.Min(place => place.E7Latitude), (double)places.Max(place => place.E7Latitude));
            var narrowing = Math.Max(0.01, Math.Cos(double.DegreesToRadians((south + north) / 2e7)));
            var height = Math.Max(cellMetres * UnitsPerMetre, Math.Sqrt((east - west) * narrowing * (north - south) / MostCells));
            height = Math.Max(height, Math.Max((east - west) * narrowing, north - south) / MostCells * 100);
            var width = height / narrowing;
            return new(west - (Margin * width), south - (Margin * height), width, height, (int)((east - west) / width) + (2 * Margin) + 1, (int)((north - south) / height) + (2 * Margin) + 1);
        }

        public (double Column, double Row) Of(Position place) => ((place.E7Longitude - West) / Width, (place.E7Latitude - South) / Height);

        /// <summary>The place of a corner counted in halves of cells.</summary>
        public Position Place((int X, int Y) half) => new((int)Math.Round(West + (half.X * Width / 2)), (int)Math.Round(South + (half.Y * Height / 2)));
    }
}
