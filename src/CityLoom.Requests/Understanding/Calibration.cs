namespace CityLoom.Requests.Understanding;

/// <summary>Turns margins into a confidence that means what it says.</summary>
/// <param name="Sharpness">Margins are multiplied by it before the softmax (the inverse of a temperature).</param>
/// <param name="Threshold">The lowest confidence at which nineteen in twenty suggestions held, on requests not learnt from.</param>
/// <remarks>C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017, section 4.2.</remarks>
internal sealed record Calibration(double Sharpness, double Threshold)
{
    private const double RightEnough = 0.95;

    /// <summary>The confidence in one class.</summary>
    public double Confidence(ReadOnlySpan<float> margins, int of)
    {
        var sum = 0.0;
        foreach (var margin in margins)
        {
            sum += Math.Exp(Sharpness * (margin - margins[of]));
        }

        return 1 / sum;
    }

    /// <summary>Fits both numbers to margins of requests that were not learnt from.</summary>
    public static Calibration Fit(IReadOnlyList<float[]> margins, IReadOnlyList<int> labels)
    {
        var sharpness = Sharpest(margins, labels);
        var calibration = new Calibration(sharpness, 1);
        var judged = margins.Select((m, i) => (Best: CategoryModel.BestTwo(m).Best, m, i))
            .Select(t => (Confidence: calibration.Confidence(t.m, t.Best), Right: t.Best == labels[t.i]))
            .OrderByDescending(t => t.Confidence).ToArray();
        var (right, threshold) = (0, 1.0);
        for (var n = 0; n < judged.Length; n++)
        {
            right += judged[n].Right ? 1 : 0;
            var last = n + 1 == judged.Length || judged[n + 1].Confidence < judged[n].Confidence;
            threshold = last && right >= RightEnough * (n + 1) ? judged[n].Confidence : threshold;
        }

        return calibration with { Threshold = threshold };
    }

    /// <summary>The sharpness of the least log loss, by golden section on its logarithm; the loss is convex in the sharpness.</summary>
    private static double Sharpest(IReadOnlyList<float[]> margins, IReadOnlyList<int> labels)
    {
        double Loss(double log) => margins.Select((m, i) => -Math.Log(Math.Max(1e-12, new Calibration(Math.Exp(log), 1).Confidence(m, labels[i])))).Sum();
        const double Golden = 0.6180339887498949;
        var (low, high) = (Math.Log(0.1), Math.Log(100));
        while (high - low > 0.01)
        {
            var (a, b) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
            (low, high) = Loss(a) < Loss(b) ? (low, b) : (a, high);
        }

        return Math.Exp((low + high) / 2);
    }
}
