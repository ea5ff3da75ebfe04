namespace CityLoom.Reach.Geo;

/// <summary>Filled cells of a grid, from which the outlines of what they cover are drawn.</summary>
internal sealed class CellSet(int columns, int rows)
{
    /// <summary>Steps along the edges of cells: east, north, west, south.</summary>
    private static readonly (int X, int Y)[] Steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    private readonly bool[] _filled = new bool[columns * rows];

    public void Fill(int column, int row)
    {
        if (column >= 0 && column < columns && row >= 0 && row < rows)
        {
            _filled[(row * columns) + column] = true;
        }
    }

    /// <summary>
    /// Rings around the filled cells through the middles of the cells' edges, which cuts their corners: for each connected part its
    /// outer ring, anticlockwise, and its holes, clockwise. Coordinates count halves of cells.
    /// </summary>
    public IEnumerable<List<List<(int X, int Y)>>> Outlines()
    {
        var (parts, edges) = (Parts(out var count), Edges());
        var rings = Enumerable.Range(0, count).Select(_ => new List<List<(int X, int Y)>>()).ToArray();
        for (var corner = 0; corner < edges.Length; corner++)
        {
            while (edges[corner] != 0)
            {
                var (x, y) = (corner % (columns + 1), corner / (columns + 1));
                var (ring, part) = Walk(edges, x, y, parts);
                rings[part].Insert(IsOuter(ring) ? 0 : rings[part].Count, ring);
            }
        }
        return rings;
    }

    private bool IsFilled(int column, int row) => column >= 0 && column < columns && row >= 0 && row < rows && _filled[(row * columns) + column];

    /// <summary>For each corner the directions of the edges that leave it, a filled cell on their left and an empty one on their right.</summary>
    private byte[] Edges()
    {
        var edges = new byte[(columns + 1) * (rows + 1)];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (IsFilled(column, row))
                {
                    Mark(column, row, 0, IsFilled(column, row - 1));
                    Mark(column + 1, row, 1, IsFilled(column + 1, row));
                    Mark(column + 1, row + 1, 2, IsFilled(column, row + 1));
                    Mark(column, row + 1, 3, IsFilled(column - 1, row));
                }
            }
        }
        return edges;

        void Mark(int x, int y, int direction, bool inside) => edges[(y * (columns + 1)) + x] |= (byte)(inside ? 0 : 1 << direction);
    }

    /// <summary>Follows the edges from a corner back to it, to the left where cells meet by their corners only.</summary>
    private (List<(int X, int Y)> Ring, int Part) Walk(byte[] edges, int x, int y, int[] parts)
    {
        var ring = new List<(int X, int Y)>();
        var direction = System.Numerics.BitOperations.TrailingZeroCount(edges[(y * (columns + 1)) + x]);
        var part = parts[CellLeftOf(x, y, direction)];
        while ((edges[(y * (columns + 1)) + x] & (1 << direction)) != 0)
        {
            edges[(y * (columns + 1)) + x] &= (byte)~(1 << direction);
            var (stepX, stepY) = Steps[direction];
            ring.Add(((2 * x) + stepX, (2 * y) + stepY));
            (x, y) = (x + stepX, y + stepY);
            var leaving = edges[(y * (columns + 1)) + x];
            foreach (var turn in new[] { 1, 0, 3 })
            {
                if ((leaving & (1 << ((direction + turn) & 3))) != 0)
                {
                    direction = (direction + turn) & 3;
                    break;
                }
            }
        }
        ring.Add(ring[0]);
        return (ring, part);
    }

    private int CellLeftOf(int x, int y, int direction) => direction switch
    {
        0 => (y * columns) + x,
        1 => (y * columns) + x - 1,
        2 => ((y - 1) * columns) + x - 1,
        _ => ((y - 1) * columns) + x,
    };

    /// <summary>Numbers the parts whose cells meet by their sides.</summary>
    private int[] Parts(out int count)
    {
        var (parts, open) = (new int[_filled.Length], new Stack<int>());
        Array.Fill(parts, -1);
        count = 0;
        for (var cell = 0; cell < parts.Length; cell++)
        {
            if (_filled[cell] && parts[cell] < 0)
            {
                parts[cell] = count;
                open.Push(cell);
                while (open.TryPop(out var at))
                {
                    foreach (var (x, y) in Steps)
                    {
                        var (column, row) = ((at % columns) + x, (at / columns) + y);
                        if (IsFilled(column, row) && parts[(row * columns) + column] < 0)
                        {
                            parts[(row * columns) + column] = count;
                            open.Push((row * columns) + column);
                        }
                    }
                }
                count++;
            }
        }
        return parts;
    }

    private static bool IsOuter(List<(int X, int Y)> ring)
    {
        var area = 0L;
        for (var i = 1; i < ring.Count; i++)
        {
            area += ((long)ring[i - 1].X * ring[i].Y) - ((long)ring[i].X * ring[i - 1].Y);
        }
        return area > 0;
    }
}
