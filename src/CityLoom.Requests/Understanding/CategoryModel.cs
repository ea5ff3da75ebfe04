using System.Collections.Concurrent;

namespace CityLoom.Requests.Understanding;

/// <summary>Suggests the category of a request from its words. Safe for many threads.</summary>
public sealed class CategoryModel
{
    private readonly ConcurrentBag<TextRows> _readers = [];

    internal CategoryModel(IReadOnlyList<string> labels, Vocabulary vocabulary, float[] rarity, WeightTable weights, Calibration calibration) =>
        (Labels, Vocabulary, Rarity, Weights, Calibration) = (labels, vocabulary, rarity, weights, calibration);

    /// <summary>The categories it can suggest.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The confidence from which suggestions may stand without a person's look.</summary>
    public double Threshold => Calibration.Threshold;

    internal Vocabulary Vocabulary { get; }

    internal float[] Rarity { get; }

    internal WeightTable Weights { get; }

    internal Calibration Calibration { get; }

    /// <summary>The likeliest category, how sure that is, and the next.</summary>
    public CategorySuggestion Suggest(RequestWords words)
    {
        Span<float> sums = stackalloc float[Weights.Stride];
        Margins(words, sums);
        var (best, second) = BestTwo(sums[..Labels.Count]);
        var confidence = Calibration.Confidence(sums[..Labels.Count], best);
        return new(Labels[best], confidence, second < 0 ? null : Labels[second], confidence >= Threshold);
    }

    /// <summary>The words that decided, strongest first: those that spoke most for the suggested category against the next.</summary>
    /// <param name="words">The request.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<DecidingWords> Explain(RequestWords words, int most = 5)
    {
        Span<float> sums = stackalloc float[Weights.Stride];
        Margins(words, sums);
        var (best, second) = BestTwo(sums[..Labels.Count]);
        return new Explanation(this, best, second).Of(words, most);
    }

    /// <summary>How far each class is on its side of the border.</summary>
    internal void Margins(RequestWords words, Span<float> sums)
    {
        if (!_readers.TryTake(out var reader))
        {
            reader = new(Vocabulary, Rarity);
        }

        reader.Read(words, out var places, out var values);
        Weights.Sum(places, values, sums);
        _readers.Add(reader);
    }

    internal static (int Best, int Second) BestTwo(ReadOnlySpan<float> sums)
    {
        var (best, second) = (0, -1);
        for (var c = 1; c < sums.Length; c++)
        {
            if (sums[c] > sums[best])
            {
                (best, second) = (c, best);
            }
            else if (second < 0 || sums[c] > sums[second])
            {
                second = c;
            }
        }

        return (best, second);
    }
}
