namespace CityLoom.Requests.Understanding;

/// <summary>How well suggestions agree with what people decided.</summary>
/// <param name="Requests">Requests judged.</param>
/// <param name="WeightedF1">F1 of the categories, weighted by their size.</param>
/// <param name="MacroF1">F1 of the categories, each counting the same.</param>
/// <param name="Classes">F1 and size of each category.</param>
public sealed record Judgement(int Requests, double WeightedF1, double MacroF1, IReadOnlyList<ClassJudgement> Classes)
{
    /// <summary>Compares pairs of what was decided and what was suggested.</summary>
    public static Judgement Of(IReadOnlyList<(string Decided, string Suggested)> pairs)
    {
        var classes = pairs.Select(p => p.Decided).Distinct().Order(StringComparer.Ordinal).Select(label => Class(label, pairs)).ToArray();
        return new(
            pairs.Count,
            classes.Sum(c => c.F1 * c.Requests) / Math.Max(1, pairs.Count),
            classes.Length == 0 ? 0 : classes.Average(c => c.F1),
            classes);
    }

    private static ClassJudgement Class(string label, IReadOnlyList<(string Decided, string Suggested)> pairs)
    {
        var decided = pairs.Count(p => p.Decided == label);
        var suggested = pairs.Count(p => p.Suggested == label);
        var both = pairs.Count(p => p.Decided == label && p.Suggested == label);
        return new(label, decided, 2.0 * both / Math.Max(1, decided + suggested));
    }
}

/// <summary>How well one category is suggested.</summary>
/// <param name="Label">The category.</param>
/// <param name="Requests">Requests that people gave it.</param>
/// <param name="F1">Harmonic mean of precision and recall.</param>
public sealed record ClassJudgement(string Label, int Requests, double F1);
