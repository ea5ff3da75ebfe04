namespace CityLoom.Requests.Understanding;

/// <summary>
/// Linear support vector machines with squared hinge loss, one class against the rest, all classes in one pass, by dual
/// coordinate descent.
/// </summary>
/// <remarks>
/// C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi and S. Sundararajan, "A dual coordinate descent method for large-scale
/// linear SVM", ICML 2008, algorithm 1 without shrinking: with many classes at once one class's idle rows are another's work.
/// </remarks>
internal static class SupportVectors
{
    private const int Passes = 25;
    private const double SmallestStep = 0.05;

    /// <summary>Learns weights.</summary>
    /// <param name="rows">The texts.</param>
    /// <param name="labels">The class of each text.</param>
    /// <param name="weights">Zeroes, to be filled.</param>
    /// <param name="cost">What an error costs against the size of the weights, for each class.</param>
    /// <param name="random">The order in which rows are visited.</param>
    public static void Train(IReadOnlyList<SparseRow> rows, IReadOnlyList<int> labels, WeightTable weights, double[] cost, Random random)
    {
        var multipliers = rows.Select(_ => new double[cost.Length]).ToArray();
        var squares = rows.Select(r => r.SquaredLength).ToArray();
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var sums = new float[weights.Stride];
        var steps = new float[weights.Stride];
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            var largest = 0.0;
            foreach (var i in order)
            {
                weights.Sum(rows[i].Places, rows[i].Values, sums);
                var step = Step(multipliers[i], labels[i], squares[i], cost, sums, steps);
                if (step > 0)
                {
                    weights.Add(rows[i], steps);
                    largest = Math.Max(largest, step);
                }
            }

            if (largest < SmallestStep)
            {
                return;
            }
        }
    }

    /// <summary>Moves the multipliers of one row to their optimum; the weights' steps are left in <paramref name="steps"/>.</summary>
    private static double Step(double[] multipliers, int label, double square, double[] cost, float[] sums, float[] steps)
    {
        var largest = 0.0;
        for (var c = 0; c < multipliers.Length; c++)
        {
            var sign = c == label ? 1 : -1;
            var ridge = 1 / (2 * cost[c]);
            var old = multipliers[c];
            var slope = (sign * sums[c]) - 1 + (ridge * old);
            multipliers[c] = Math.Max(0, old - (slope / (square + ridge)));
            steps[c] = (float)(sign * (multipliers[c] - old));
            largest = Math.Max(largest, Math.Abs(steps[c]));
        }

        return largest;
    }
}
