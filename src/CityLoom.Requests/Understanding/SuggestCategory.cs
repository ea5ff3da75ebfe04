using CityLoom.City;

namespace CityLoom.Requests.Understanding;

/// <summary>
/// Suggests the category of a request while it is being made. Learns from the samples beside the program when it is first asked, which
/// takes a second; without samples the keywords of the category tree suggest, and a person decides.
/// </summary>
public sealed class SuggestCategory(CityContext city)
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "demo", "requests.csv");

    private readonly Lazy<CategoryModel?> _model = new(Learn);

    /// <summary>The category that the words speak for; null when they speak for none that this city has.</summary>
    public CategorySuggestion? Of(string words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var trees = city.Trees;
        return _model.Value?.Suggest(new RequestWords("", words)) is { } suggestion && trees.Categories.Find(suggestion.Label) is not null
            ? suggestion
            : trees.Advice.CategoryOf(words) is { } code ? new CategorySuggestion(code, 0, null, false) : null;
    }

    /// <summary>The category that the words speak for surely enough to stand without a person's look; null when a person decides.</summary>
    public string? SureOf(string words) => Of(words) is { IsSure: true } sure ? sure.Label : null;

    /// <summary>The words that decided, strongest first; none without a model.</summary>
    /// <param name="words">The words of the request.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<DecidingWords> Why(string words, int most = 4) =>
        string.IsNullOrWhiteSpace(words) ? [] : _model.Value?.Explain(new RequestWords("", words), most) ?? [];

    private static CategoryModel? Learn()
    {
        if (!File.Exists(Samples))
        {
            return null;
        }

        using var text = File.OpenText(Samples);
        using var file = RequestFile.Open(text, ["label", "subject", "detail"], (_, _) => { });
        var samples = new List<LabelledRequest>();
        while (file?.Read() == true)
        {
            samples.Add(new LabelledRequest(file["label"], file.Words));
        }

        return samples.DistinctBy(s => s.Label).Skip(1).Any() ? CategoryTraining.Train(samples) : null;
    }
}
