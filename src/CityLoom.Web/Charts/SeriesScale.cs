namespace CityLoom.Web.Charts;

/// <summary>Where days and counts stand on a chart: across in units of a wide view box, down in pixels, from zero up.</summary>
internal sealed class SeriesScale
{
    /// <summary>Width of the view box; it is stretched to the page, strokes are not.</summary>
    public const double Width = 1000;

    private readonly SeriesView _view;
    private readonly double _height;

    public SeriesScale(SeriesView view, double height)
    {
        (_view, _height) = (view, height);
        var most = view.Periods.Select(p => Math.Max(Math.Max(p.Value ?? 0, p.Estimate?.High ?? 0), Math.Min(p.High ?? 0, 3 * Math.Max(p.Expected ?? 0, 5)))).DefaultIfEmpty(1).Max();
        Step = StepFor(Math.Max(1, most));
        Top = Math.Ceiling(Math.Max(1, most) * 1.02 / Step) * Step;
    }

    /// <summary>Between the lines across.</summary>
    public double Step { get; }

    /// <summary>The highest line.</summary>
    public double Top { get; }

    public IEnumerable<double> Ticks
    {
        get
        {
            for (var tick = 0.0; tick <= Top + (Step / 2); tick += Step)
            {
                yield return tick;
            }
        }
    }

    public double Share(DateOnly day) => (day.DayNumber - _view.From.DayNumber) / (double)Math.Max(1, _view.Until.DayNumber - _view.From.DayNumber);

    public double X(DateOnly day) => Math.Clamp(Share(day), 0, 1) * Width;

    public double Y(double value) => _height - (_height * Math.Clamp(value / Top, 0, 1));

    /// <summary>The area between two edges, as the points of polygons; a gap in the values parts them.</summary>
    public IEnumerable<string> Areas(Func<SeriesPeriod, (double? Low, double? High)> edges) => Runs(p => edges(p) is { Low: not null, High: not null })
        .Where(run => run.Count > 1)
        .Select(run => string.Join(' ', run.Select(p => Svg.Point(X(p.Date), Y(edges(p).High!.Value))).Concat(run.AsEnumerable().Reverse().Select(p => Svg.Point(X(p.Date), Y(edges(p).Low!.Value))))));

    /// <summary>A line, as the points of polylines.</summary>
    public IEnumerable<string> Lines(Func<SeriesPeriod, double?> value) => Runs(p => value(p) is not null)
        .Where(run => run.Count > 1)
        .Select(run => string.Join(' ', run.Select(p => Svg.Point(X(p.Date), Y(value(p)!.Value)))));

    private IEnumerable<List<SeriesPeriod>> Runs(Func<SeriesPeriod, bool> has)
    {
        var run = new List<SeriesPeriod>();
        foreach (var period in _view.Periods)
        {
            if (has(period))
            {
                run.Add(period);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static double StepFor(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most / 3)));
        return Math.Max(1, new[] { 1, 2, 5, 10 }.Select(m => m * power).First(s => most / s <= 3.5));
    }
}
