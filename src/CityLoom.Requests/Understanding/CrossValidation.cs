namespace CityLoom.Requests.Understanding;

/// <summary>Judges training by holding back each part of the requests once.</summary>
public static class CrossValidation
{
    /// <summary>Suggestions for every request by a model that has not seen it, judged.</summary>
    /// <param name="requests">What people decided.</param>
    /// <param name="groups">A number for each request; those with the same number, such as near-duplicates, are held back together.</param>
    /// <param name="folds">Parts; each takes one training.</param>
    /// <param name="seed">Decides the parts.</param>
    public static Judgement Judge(IReadOnlyList<LabelledRequest> requests, IReadOnlyList<int>? groups = null, int folds = 5, int seed = 1)
    {
        string[] decided = [.. requests.Select(r => r.Label)];
        var random = new Random(seed);
        var fold = groups is null ? Folds.Stratified(decided, folds, random) : Folds.Grouped(decided, groups, folds, random);
        var labels = CategoryTraining.LabelsOf(requests);
        var suggested = new string[requests.Count];
        Parallel.For(0, folds, held =>
        {
            var model = CategoryTraining.Uncalibrated([.. requests.Where((_, i) => fold[i] != held)], labels, new(1, 1), seed);
            for (var i = 0; i < requests.Count; i++)
            {
                suggested[i] = fold[i] == held ? model.Suggest(requests[i].Words).Label : suggested[i];
            }
        });
        return Judgement.Of([.. decided.Zip(suggested)]);
    }
}
