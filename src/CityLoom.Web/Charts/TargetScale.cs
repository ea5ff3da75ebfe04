namespace CityLoom.Web.Charts;

/// <summary>Where days and values of a target stand on its chart: across in shares of the width, down in pixels.</summary>
internal sealed class TargetScale
{
    private readonly DateOnly from;
    private readonly int days;
    private readonly double low;
    private readonly double high;
    private readonly double height;

    internal TargetScale(TargetView view, double height)
    {
        this.height = height;
        var points = view.Path.Concat(view.Observed).ToList();
        from = points.Min(p => p.Date);
        days = Math.Max(1, points.Max(p => p.Date).DayNumber - from.DayNumber);
        Ticks = TicksFor(points.Min(p => p.Value), points.Max(p => p.Value));
        (low, high) = (Ticks[0], Ticks[^1]);
    }

    /// <summary>Round values for the lines across, the lowest and highest included.</summary>
    internal IReadOnlyList<double> Ticks { get; }

    internal double Share(DateOnly day) => Math.Clamp((day.DayNumber - from.DayNumber) / (double)days, 0, 1);

    internal string X(DateOnly day) => Svg.Percent(Share(day));

    internal double Down(double value) => height - height * (value - low) / (high - low);

    internal string Y(double value) => Svg.Number(Down(value));

    // Three to five steps of 1, 2 or 5 times a power of ten; from zero unless all values are far above it.
    private static List<double> TicksFor(double least, double most)
    {
        var floor = least > 0 && least < most * 0.7 ? 0 : least;
        var span = most > floor ? most - floor : Math.Max(1, Math.Abs(most));
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        var step = new[] { 1, 2, 5, 10 }.Select(m => m * power).First(s => span / s <= 4.5);
        var ticks = new List<double>();
        for (var tick = Math.Floor(floor / step) * step; ticks.Count < 2 || ticks[^1] < most - step * 1e-9; tick += step)
        {
            ticks.Add(Math.Round(tick, 9));
        }

        return ticks;
    }
}
