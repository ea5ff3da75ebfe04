namespace CityLoom.Web.Maps;

/// <summary>Five classes for shading, parted by four rising round numbers; a value on a break belongs to the class above.</summary>
public sealed record Classes(IReadOnlyList<double> Breaks)
{
    /// <summary>The class of a value, 1…5.</summary>
    public int Of(double value) => 1 + Breaks.Count(b => value >= b);

    /// <summary>Breaks at round numbers near the quintiles of the values, always rising; also for few or equal values.</summary>
    public static Classes For(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            return new Classes([1, 2, 3, 4]);
        }

        var step = Step((sorted[^1] - sorted[0]) / 10);
        var breaks = new double[4];
        for (var i = 0; i < 4; i++)
        {
            var near = Math.Round(sorted[(i + 1) * (sorted.Length - 1) / 5] / step) * step;
            breaks[i] = i == 0 ? near : Math.Max(near, breaks[i - 1] + step);
        }

        return new Classes([.. breaks.Select(b => Math.Round(b, 6))]);
    }

    // 1, 2 or 5 times a power of ten, not below the size wanted.
    private static double Step(double wanted)
    {
        if (wanted <= 0)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        return new[] { 1, 2, 5, 10 }.Select(m => m * power).First(s => s >= wanted * 0.999);
    }
}
