using System.Globalization;

namespace CityLoom.Reading.Grammar;

/// <summary>The weight of each sign, from <see cref="File"/>: above zero an act, below a principle.</summary>
internal static class KindWeights
{
    public const string File = "weights.txt";

    private static readonly double[] Weights = Read(out _bias, out _lean);
    private static readonly double _bias;
    private static readonly double _lean;

    public static double Of(Sign sign) => Weights[(int)sign];

    /// <summary>The weighed evidence: positive means an act.</summary>
    public static double Score(SignSet signs)
    {
        var score = _bias + (_lean * signs.Lean);
        for (var bits = signs.Bits; bits != 0; bits &= bits - 1)
        {
            score += Weights[System.Numerics.BitOperations.TrailingZeroCount(bits)];
        }
        return score;
    }

    private static double[] Read(out double bias, out double lean)
    {
        (bias, lean) = (0, 0);
        var weights = new double[Enum.GetValues<Sign>().Length];
        foreach (var line in Lexicon.Lines(File))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var weight = double.Parse(parts[1], CultureInfo.InvariantCulture);
            switch (parts[0])
            {
                case "Bias":
                    bias = weight;
                    break;
                case "Lean":
                    lean = weight;
                    break;
                default:
                    weights[(int)Enum.Parse<Sign>(parts[0])] = weight;
                    break;
            }
        }
        return weights;
    }
}
