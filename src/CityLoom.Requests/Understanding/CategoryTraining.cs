namespace CityLoom.Requests.Understanding;

/// <summary>Learns a <see cref="CategoryModel"/> from requests whose category a person has decided.</summary>
/// <remarks>
/// The same requests in the same order and the same seed give the same model. Grams that stand in one request only are left
/// out, of a large set also those that stand in two. Classes are not weighted by their size: it helped neither average.
/// </remarks>
public static class CategoryTraining
{
    private const double Cost = 2;
    private const int LargeSet = 2000;
    private const int CalibrationFolds = 4;

    /// <summary>Learns from requests; two categories at least must occur.</summary>
    /// <param name="requests">What a person decided.</param>
    /// <param name="seed">Decides the order in which requests are visited.</param>
    /// <exception cref="ArgumentException">Fewer than two categories occur.</exception>
    public static CategoryModel Train(IReadOnlyList<LabelledRequest> requests, int seed = 1)
    {
        var folds = Folds.Stratified([.. requests.Select(r => r.Label)], CalibrationFolds, new Random(seed));
        var margins = new float[requests.Count][];
        var labels = LabelsOf(requests);
        Parallel.For(0, CalibrationFolds, fold => FillMargins(requests, labels, folds, fold, seed, margins));
        var places = Places(labels);
        var judged = Enumerable.Range(0, requests.Count).Where(i => margins[i] is not null).ToArray();
        var calibration = Calibration.Fit([.. judged.Select(i => margins[i])], [.. judged.Select(i => places[requests[i].Label])]);
        return Uncalibrated(requests, labels, calibration, seed);
    }

    /// <summary>Learns from some of the requests; the confidence of its suggestions means nothing yet.</summary>
    internal static CategoryModel Uncalibrated(
        IReadOnlyList<LabelledRequest> requests, IReadOnlyList<string> labels, Calibration calibration, int seed)
    {
        var grams = requests.Select(r => TextRows.GramsOf(r.Words));
        var (vocabulary, texts) = Vocabulary.Of(grams, atLeast: requests.Count < LargeSet ? 2 : 3);
        var rarity = TextRows.RarityOf(texts, requests.Count);
        var reader = new TextRows(vocabulary, rarity);
        var rows = requests.Select(r => reader.Keep(r.Words)).ToArray();
        var weights = new WeightTable(TextRows.FeaturesOf(vocabulary), labels.Count);
        var places = Places(labels);
        SupportVectors.Train(rows, [.. requests.Select(r => places[r.Label])], weights, [.. labels.Select(_ => Cost)], new Random(seed));
        return new(labels, vocabulary, rarity, weights, calibration);
    }

    internal static IReadOnlyList<string> LabelsOf(IReadOnlyList<LabelledRequest> requests)
    {
        string[] labels = [.. requests.Select(r => r.Label).Distinct().Order(StringComparer.Ordinal)];
        return labels.Length >= 2 ? labels : throw new ArgumentException("Requests of two categories at least are needed to learn from.", nameof(requests));
    }

    private static Dictionary<string, int> Places(IReadOnlyList<string> labels) =>
        labels.Select((label, place) => (label, place)).ToDictionary(p => p.label, p => p.place, StringComparer.Ordinal);

    private static void FillMargins(
        IReadOnlyList<LabelledRequest> requests, IReadOnlyList<string> labels, int[] folds, int fold, int seed, float[][] margins)
    {
        var model = Uncalibrated([.. requests.Where((_, i) => folds[i] != fold)], labels, new(1, 1), seed);
        var sums = new float[model.Weights.Stride];
        for (var i = 0; i < requests.Count; i++)
        {
            if (folds[i] == fold)
            {
                model.Margins(requests[i].Words, sums);
                margins[i] = sums[..labels.Count];
            }
        }
    }
}
