namespace CityLoom.Web.Maps;

/// <summary>Five classes for shading, parted by four rising round numbers; a value on a break belongs to the class above.</summary>
public sealed record Classes(IReadOnlyList<double> Breaks)
{
    /// <summary>The class of a value, 1…5.</summary>
    public int Of(double value) => 1 + Breaks.Count(b => value >= b);

    /// <summary>
    /// Equal classes between round numbers, the uppermost break at or below the largest value, so that the worst always
    /// stands out; also for few or equal values.
    /// </summary>
    public static Classes For(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return new Classes([1, 2, 3, 4]);
        }

        var (least, most) = (values.Min(), values.Max());
        var step = Step((most - least) / 4.5);
        var top = Math.Floor(most / step) * step;
        var lowest = top - (3 * step);
        if (least >= 0 && most > 0 && lowest <= 0)
        {
            // Shares and counts have no class below nothing.
            step = StepWithin(most / 4);
            lowest = step;
        }

        return new Classes([.. Enumerable.Range(0, 4).Select(i => Math.Round(lowest + (i * step), 6))]);
    }

    // 1, 2 or 5 times a power of ten, not above the size there is.
    private static double StepWithin(double room)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(room)));
        return new[] { 5, 2, 1 }.Select(m => m * power).First(s => s <= room * 1.001);
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
