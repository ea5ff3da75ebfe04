using CityLoom.City;
using CityLoom.Kernel.Storage;
using Microsoft.Extensions.Logging;

namespace CityLoom.Requests.Understanding;

/// <summary>
/// Suggests the category of a request while it is being made. Knows the city's own model (<see cref="FileName"/> in the data folder, as
/// <c>cityloom requests train</c> writes it), read again when the file changes; without one it learns from the demo's samples beside the
/// program, which takes a second. Without either the keywords of the category tree suggest, and a person decides. Safe for many threads.
/// </summary>
public sealed partial class SuggestCategory(CityContext city, StorageOptions store, TimeProvider time, ILogger<SuggestCategory> log)
{
    /// <summary>Name of the city's own model in the data folder.</summary>
    public const string FileName = "categories.model";

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "demo", "requests.csv");

    private readonly Lock _reading = new();
    private volatile Known? _known;

    /// <summary>True when a model knows categories that this city has, so that its doubt means something.</summary>
    public bool IsTrained => Model is { } model && model.Labels.Any(l => city.Trees.Categories.Find(l) is not null);

    /// <summary>The confidence from which a suggestion stands without a person's look; 1 without a model.</summary>
    public double Threshold => Model?.Threshold ?? 1;

    private CategoryModel? Model => _known is { } known && time.GetElapsedTime(known.CheckedAt) < Freshness ? known.Model : Reload();

    /// <summary>The category that the words speak for; null when they speak for none that this city has.</summary>
    public CategorySuggestion? Of(string words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var trees = city.Trees;
        return Model?.Suggest(new RequestWords("", words)) is { } suggestion && trees.Categories.Find(suggestion.Label) is not null
            ? suggestion
            : trees.Advice.CategoryOf(words) is { } code ? new CategorySuggestion(code, 0, null, false) : null;
    }

    /// <summary>The category that the words speak for surely enough to stand without a person's look; null when a person decides.</summary>
    public string? SureOf(string words) => Of(words) is { IsSure: true } sure ? sure.Label : null;

    /// <summary>The words that decided, strongest first; none without a model.</summary>
    /// <param name="words">The words of the request.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<DecidingWords> Why(string words, int most = 4) =>
        string.IsNullOrWhiteSpace(words) ? [] : Model?.Explain(new RequestWords("", words), most) ?? [];

    private CategoryModel? Reload()
    {
        lock (_reading)
        {
            var file = new FileInfo(Path.Combine(store.Folder, FileName));
            var written = file.Exists ? file.LastWriteTimeUtc : (DateTime?)null;
            if (_known is not { } known || known.Written != written)
            {
                known = new Known(file.Exists ? Read(file) : Learn(), written, 0);
            }

            _known = known with { CheckedAt = time.GetTimestamp() };
            return known.Model;
        }
    }

    private CategoryModel? Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            return ModelFile.Read(stream);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Unreadable(log, fault, file.Name);
            return _known?.Model;
        }
    }

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

    [LoggerMessage(LogLevel.Error, "The model of categories {File} cannot be read; what was known before goes on")]
    private static partial void Unreadable(ILogger log, Exception fault, string file);

    private sealed record Known(CategoryModel? Model, DateTime? Written, long CheckedAt);
}
