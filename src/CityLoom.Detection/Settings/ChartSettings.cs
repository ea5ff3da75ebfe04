using System.Text.Json;
using CityLoom.Detection.Cusum;
using CityLoom.Detection.Glr;

namespace CityLoom.Detection.Settings;

/// <summary>The reference's names of the settings of charts.</summary>
internal static class ChartSettings
{
    public static CusumOptions Cusum(DetectorSettings settings)
    {
        var seasonal = settings.Kind("m") == JsonValueKind.String && settings.Choice("m", "glm", "glm") == "glm";
        return new()
        {
            Reference = settings.Number("k", 1.04),
            Limit = settings.Positive("h", 2.26),
            Transform = Transform(settings),
            Mean = !seasonal && settings.Has("m") ? settings.Positive("m", 1) : null,
            MeanFrom = seasonal ? InControlMean.Seasonal : InControlMean.History,
            Alpha = settings.Number("alpha", 0.1),
            Reset = settings.Flag("reset", !settings.RCompatible),
            RCompatible = settings.RCompatible,
        };
    }

    public static RogersonOptions Rogerson(DetectorSettings settings) => new()
    {
        Mean = [settings.Positive("theta0", 1)],
        Grid = settings.Numbers("thetaGrid") ?? [],
        RunLength = settings.Positive("ARL0", 500),
        Shift = settings.Positive("s", 1),
        FastStart = settings.Flag("FIR", false),
        CutBack = settings.Has("limit") ? settings.Number("limit", 0) : settings.Flag("FIR", false) ? 0.5 : null,
    };

    /// <param name="settings">The settings.</param>
    /// <param name="column">Gives a column of the series by name, for a mean that stands beside the counts.</param>
    public static GlrOptions Glr(DetectorSettings settings, Func<string, double[]?> column)
    {
        settings.Choice("ret", "value", "value", "cases");
        var model = settings.Object("mu0");
        model?.Flag("refit", false);
        var window = settings.Whole("M", -1, -1);
        var options = new GlrOptions
        {
            Limit = settings.Positive("c.ARL", 5),
            Mean = Mean(settings, column),
            Harmonics = model?.Whole("S", 1) ?? 1,
            Trend = model?.Flag("trend", false) ?? false,
            Alpha = settings.IsNull("alpha") ? null : settings.Number("alpha", 0),
            Shift = settings.Has("theta") ? settings.Number("theta", 0) : null,
            Change = settings.Choice("change", "intercept", "intercept", "epi") == "epi" ? GlrChange.Epidemic : GlrChange.Intercept,
            Falling = settings.Choice("dir", "inc", "inc", "dec") == "dec",
            Window = window < 0 ? null : window,
            Shortest = settings.Whole("Mtilde", 1, 1),
            RCompatible = settings.RCompatible,
        };
        model?.Finish();
        return options;
    }

    private static double[]? Mean(DetectorSettings settings, Func<string, double[]?> column)
    {
        if (settings.Kind("mu0") != JsonValueKind.String)
        {
            return null;
        }
        var name = settings.Text("mu0")!.TrimStart('@');
        return column(name) ?? throw new SettingsException($"mu0: the series has no column {name}");
    }

    private static CusumTransform Transform(DetectorSettings settings) =>
        settings.Choice("trans", "standard", "standard", "rossi", "anscombe", "anscombe2nd", "pearsonNegBin", "none") switch
        {
            "standard" => CusumTransform.Standard,
            "rossi" => CusumTransform.Rossi,
            "anscombe" => CusumTransform.Anscombe,
            "anscombe2nd" => CusumTransform.AnscombeSecond,
            "pearsonNegBin" => CusumTransform.PearsonNegativeBinomial,
            _ => CusumTransform.None,
        };
}
