using CityLoom.Detection.Distributions;

namespace CityLoom.Detection.Cusum;

/// <summary>
/// Mean run length of a Poisson CUSUM by a Markov chain (Brook and Evans 1972, Biometrika 59, 539-549; Hawkins and Olwell 1998).
/// </summary>
internal static class RunLengthOfPoisson
{
    /// <summary>Run lengths from 0 and from half the limit, for mean theta, reference k and limit h with one decimal each.</summary>
    public static (double Plain, double FastStart) Of(double theta, double k, double h)
    {
        var unit = Unit(k, h);
        var (step, top) = ((int)Math.Round(k * unit), (int)(h * unit - 0.5));
        var states = top + 1;
        var matrix = new double[states * (states + 1)];
        for (var from = 0; from < states; from++)
        {
            var row = matrix.AsSpan(from * (states + 1), states + 1);
            Transitions(row, theta, from - step, unit, states);
            row[from] += 1;
            row[states] = 1;
        }
        Eliminate(matrix, states);
        var half = (int)Math.Ceiling(h * unit / 2);
        return (matrix[states], matrix[Math.Min(half, top) * (states + 1) + states]);
    }

    /// <summary>The smallest number that makes whole numbers of both.</summary>
    private static int Unit(double k, double h)
    {
        foreach (var unit in (int[])[1, 2, 5])
        {
            if (IsWhole(k * unit) && IsWhole(h * unit))
            {
                return unit;
            }
        }
        return 10;

        static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9;
    }

    /// <summary>Minus the probabilities to come from one state to each; everything at or below 0 is state 0.</summary>
    private static void Transitions(Span<double> row, double theta, int from, int unit, int states)
    {
        var poisson = NegativeBinomial.Poisson(theta);
        for (var x = 0; from + x * unit < states; x++)
        {
            row[Math.Max(0, from + x * unit)] -= poisson.Probability(x);
        }
    }

    /// <summary>Gauss without pivoting: the matrix is strictly dominated by its diagonal. The solution replaces the right side.</summary>
    private static void Eliminate(double[] matrix, int n)
    {
        var width = n + 1;
        for (var column = 0; column < n; column++)
        {
            var pivot = matrix.AsSpan(column * width, width);
            for (var row = column + 1; row < n; row++)
            {
                var target = matrix.AsSpan(row * width, width);
                var factor = target[column] / pivot[column];
                if (factor != 0)
                {
                    for (var j = column; j < width; j++)
                    {
                        target[j] -= factor * pivot[j];
                    }
                }
            }
        }
        for (var row = n - 1; row >= 0; row--)
        {
            var sum = matrix[row * width + n];
            for (var j = row + 1; j < n; j++)
            {
                sum -= matrix[row * width + j] * matrix[j * width + n];
            }
            matrix[row * width + n] = sum / matrix[row * width + row];
        }
    }
}
