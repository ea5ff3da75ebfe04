namespace CityLoom.Detection.Regression;

/// <summary>Weighted least squares of a few columns by Householder reflections (Golub and Van Loan, 5.3); keeps its room.</summary>
/// <param name="columns">Number of coefficients.</param>
internal sealed class LeastSquares(int columns)
{
    private double[] _matrix = [];
    private double[] _right = [];

    public double[] Coefficients { get; } = new double[columns];

    public int Columns => columns;

    /// <summary>
    /// Minimizes Σ weight (response - row · coefficients)². The design is row by row. A column that the others make up gets 0.
    /// Returns the residual sum of squares.
    /// </summary>
    public double Solve(ReadOnlySpan<double> design, ReadOnlySpan<double> response, ReadOnlySpan<double> weights)
    {
        var n = response.Length;
        if (_right.Length < n)
        {
            (_matrix, _right) = (new double[n * 5 / 4 * columns], new double[n * 5 / 4]);
        }
        for (var i = 0; i < n; i++)
        {
            var root = weights.IsEmpty ? 1 : Math.Sqrt(weights[i]);
            _right[i] = response[i] * root;
            for (var j = 0; j < columns; j++)
            {
                _matrix[j * n + i] = design[i * columns + j] * root;
            }
        }
        for (var j = 0; j < columns; j++)
        {
            Reflect(j, n);
        }
        Substitute(n);
        var rest = 0.0;
        for (var i = columns; i < n; i++)
        {
            rest += _right[i] * _right[i];
        }
        return rest;
    }

    private void Reflect(int column, int n)
    {
        if (column >= n)
        {
            return;
        }
        var vector = _matrix.AsSpan(column * n + column, n - column);
        var norm = Math.Sqrt(Dot(vector, vector));
        if (norm == 0)
        {
            return;
        }
        var alpha = vector[0] > 0 ? -norm : norm;
        vector[0] -= alpha;
        var square = Dot(vector, vector);
        for (var j = column + 1; j < columns; j++)
        {
            Apply(vector, square, _matrix.AsSpan(j * n + column, n - column));
        }
        Apply(vector, square, _right.AsSpan(column, n - column));
        vector[0] = alpha;
    }

    private static void Apply(ReadOnlySpan<double> vector, double square, Span<double> target)
    {
        var factor = 2 * Dot(vector, target) / square;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] -= factor * vector[i];
        }
    }

    private void Substitute(int n)
    {
        var largest = 0.0;
        for (var j = 0; j < columns; j++)
        {
            largest = Math.Max(largest, Math.Abs(_matrix[j * n + j]));
        }
        for (var j = columns - 1; j >= 0; j--)
        {
            var sum = _right[j];
            for (var k = j + 1; k < columns; k++)
            {
                sum -= _matrix[k * n + j] * Coefficients[k];
            }
            var pivot = _matrix[j * n + j];
            Coefficients[j] = Math.Abs(pivot) > 1e-13 * largest ? sum / pivot : 0;
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
