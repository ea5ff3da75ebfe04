namespace CityLoom.Detection.Cusum;

/// <summary>The transformations of the CUSUM chart and their inverses.</summary>
internal static class CusumScale
{
    /// <summary>A count on the scale of the chart.</summary>
    public static double Apply(CusumOptions options, double x, double m) => options.Transform switch
    {
        CusumTransform.Standard => (x - m) / Math.Sqrt(m),
        CusumTransform.Rossi => (x - 3 * m + 2 * Math.Sqrt(x * m)) / (2 * Math.Sqrt(m)),
        CusumTransform.Anscombe => 1.5 * (Math.Pow(x, 2.0 / 3) - Math.Pow(m, 2.0 / 3)) / Math.Pow(m, 1.0 / 6),
        CusumTransform.AnscombeSecond =>
            (Math.Pow(x, 2.0 / 3) - (Math.Pow(m, 2.0 / 3) - Math.Pow(m, -1.0 / 3) / 9)) / (2.0 / 3 * Math.Pow(m, 1.0 / 6)),
        CusumTransform.PearsonNegativeBinomial => (x - m) / Math.Sqrt(m + options.Alpha * m * m),
        _ => x,
    };

    /// <summary>The count at which a chart that stands at <paramref name="sum"/> reaches its limit; 0 when it has already.</summary>
    /// <param name="options">The chart's settings.</param>
    /// <param name="sum">The chart before the count.</param>
    /// <param name="next">The chart after it, which alone the untransformed chart of the reference looks at.</param>
    /// <param name="m">Mean in control.</param>
    public static double Bound(CusumOptions options, double sum, double next, double m)
    {
        var room = options.Limit + options.Reference - sum;
        var bound = options.Transform switch
        {
            CusumTransform.Standard => Math.Ceiling(Math.Sqrt(m) * room + m),
            CusumTransform.Rossi => 2 * Math.Sqrt(m) * room + 5 * m - 2 * Math.Sqrt(4 * m * m + 2 * Math.Pow(m, 1.5) * room),
            CusumTransform.Anscombe => Power(2.0 / 3 * Math.Pow(m, 1.0 / 6) * room + Math.Pow(m, 2.0 / 3)),
            CusumTransform.AnscombeSecond => Power(2.0 / 3 * Math.Pow(m, 1.0 / 6) * room + Math.Pow(m, 2.0 / 3)
                - Math.Pow(m, options.RCompatible ? 1.0 / 3 : -1.0 / 3) / 9),
            CusumTransform.PearsonNegativeBinomial => Math.Sqrt(m + options.Alpha * m * m) * room + m,
            _ => options.RCompatible ? options.Limit - next : room,
        };
        return bound > 0 ? bound : 0;
    }

    private static double Power(double value) => Math.Pow(Math.Max(0, value), 1.5);
}
