namespace CityLoom.Web.Maps;

/// <summary>
/// Where a label of two lines stands best in an area: the middle of the largest label-shaped ellipse that fits, searched on
/// a grid that is refined around the best cell.
/// </summary>
internal static class LabelPlace
{
    /// <summary>The best place and how large a label fits there: 1 is exactly one label of the size given.</summary>
    internal static (MapPoint Place, double Fit) Find(IReadOnlyList<IReadOnlyList<MapPoint>> rings, double width, double height)
    {
        // Squeezed so that the label is a circle of radius 1.
        List<IReadOnlyList<MapPoint>> squeezed = [.. rings.Select(r => (IReadOnlyList<MapPoint>)[.. r.Select(p => new MapPoint(p.X * 2 / width, p.Y * 2 / height))])];
        var box = MapBox.Around(squeezed.SelectMany(r => r));
        var (best, fit) = Best(squeezed, box, 24);
        for (var step = Math.Max(box.Right - box.Left, box.Top - box.Bottom) / 24; step > 0.05; step /= 4)
        {
            (best, fit) = Best(squeezed, new MapBox(best.X - step, best.Y - step, best.X + step, best.Y + step), 8);
        }

        return (new MapPoint(best.X * width / 2, best.Y * height / 2), fit);
    }

    private static (MapPoint Place, double Fit) Best(IReadOnlyList<IReadOnlyList<MapPoint>> rings, MapBox box, int cells)
    {
        var best = (Place: default(MapPoint), Fit: double.MinValue);
        for (var i = 0; i <= cells; i++)
        {
            for (var j = 0; j <= cells; j++)
            {
                var place = new MapPoint(box.Left + (box.Right - box.Left) * i / cells, box.Bottom + (box.Top - box.Bottom) * j / cells);
                var fit = Rings.Inside(place, rings);
                if (fit > best.Fit)
                {
                    best = (place, fit);
                }
            }
        }

        return best;
    }
}
