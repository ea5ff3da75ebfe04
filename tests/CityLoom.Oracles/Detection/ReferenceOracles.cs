using CityLoom.Detection.Cases;

namespace CityLoom.Oracles.Detection;

/// <summary>Every row of every result file of the reference is met; the tolerances are those that its notes ask for.</summary>
public sealed class ReferenceOracles
{
    [Fact]
    public void Flexible_Farrington() => CaseComparison.Assert("farringtonFlexible", 1e-9, ignored: MeaninglessInFarrington);

    [Fact]
    public void Farrington_of_1996() => CaseComparison.Assert("farrington", 1e-9);

    [Theory]
    [InlineData("earsC")]
    [InlineData("earsC3documented")]
    public void Ears(string file) => CaseComparison.Assert(file, 1e-12);

    [Theory]
    [InlineData("bayes")]
    [InlineData("rki")]
    [InlineData("cdc")]
    [InlineData("outbreakP")]
    public void Simple_rules(string file) => CaseComparison.Assert(file, 1e-9);

    [Theory]
    [InlineData("cusum")]
    [InlineData("rogerson")]
    [InlineData("rogerson_hvalues")]
    public void Cusum(string file) => CaseComparison.Assert(file, 1e-9);

    [Fact]
    public void Likelihood_ratio_charts() => CaseComparison.Assert("glrnb", 1e-6, ignored: ForeignScore);

    [Fact]
    public void Daily_detectors() => CaseComparison.Assert("essence", 1e-8, "cases_essence.json");

    [Fact]
    public void Moving_percentile() => CaseComparison.Assert("mpm", 1e-12, "cases_mpm.json");

    [Theory]
    [InlineData("farringtonFlexible", 1e-9)]
    [InlineData("farrington", 1e-9)]
    [InlineData("glrnb", 1e-6)]
    [InlineData("outbreakP", 1e-9)]
    [InlineData("earsC3documented", 1e-12)]
    [InlineData("cusum", 1e-9)]
    [InlineData("rogerson", 1e-9)]
    [InlineData("rogerson_hvalues", 1e-9)]
    public void Answers_to_our_own_series(string file, double tolerance) =>
        CaseComparison.Assert(OwnData(), file, tolerance, "cases.json", MeaninglessInFarrington);

    private static string OwnData()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CityLoom.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
        return Path.Combine(folder.FullName, "tests", "CityLoom.Oracles", "Detection", "Own");
    }

    /// <summary>As the reference's notes say: the mean has no meaning for the delta method, and even series leave rounding noise.</summary>
    private static bool MeaninglessInFarrington(ReferenceCase given, string column)
    {
        var noise = given.Series is "syn_weekly_constant" or "syn_weekly_allzero";
        var delta = !given.Control.TryGetProperty("thresholdMethod", out var method) || method.GetString() == "delta";
        return (noise && column is not ("upperbound" or "expected" or "alarm")) || (delta && column == "mu0");
    }

    /// <summary>The reference's epidemic chart for negative binomial counts borrows another model's score.</summary>
    private static bool ForeignScore(ReferenceCase given, string column) => given.Id is "glr-014" or "hglr-014";
}
