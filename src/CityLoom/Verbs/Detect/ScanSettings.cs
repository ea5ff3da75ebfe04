using CityLoom.Detection.Space;

namespace CityLoom.Verbs.Detect;

/// <summary>One case of <c>cases_scan.json</c>, names as there.</summary>
internal sealed record ScanSettings(string Id, string Data, string Model)
{
    public string Time { get; init; } = "prospective";

    public int MaxDays { get; init; } = 1;

    public double MaxFraction { get; init; } = 0.5;

    public int Replications { get; init; } = 999;

    public ulong McSeed { get; init; } = 1;

    /// <summary>How many days there are, where the last has no case.</summary>
    public int? Days { get; init; }

    public ScanOptions Options() => new()
    {
        Model = Model switch
        {
            "poisson" => ScanModel.Poisson,
            "permutation" => ScanModel.Permutation,
            _ => throw new TableProblem($"cases_scan.json: {Id}: model is 'poisson' or 'permutation', not '{Model}'"),
        },
        Span = Time switch
        {
            "prospective" => ScanSpan.Prospective,
            "retrospective" => ScanSpan.Retrospective,
            _ => throw new TableProblem($"cases_scan.json: {Id}: time is 'prospective' or 'retrospective', not '{Time}'"),
        },
        MaxDays = MaxDays,
        MaxFraction = MaxFraction,
        Replicates = Replications,
        Seed = McSeed,
    };
}
