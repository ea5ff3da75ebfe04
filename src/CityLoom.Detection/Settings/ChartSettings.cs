using System.Text.Json;
using CityLoom.Detection.Cusum;
using CityLoom.Detection.Glr;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Settings;

/// <summary>The reference's names of the settings of charts.</summary>
internal static class ChartSettings
{
    public static CusumOptions Cusum(DetectorSettings settings)
    {
        var seasonal = settings.Kind("m") == JsonValueKind.String && settings.Text("m") == "glm";
        return new()
        {
            Reference = settings.Number("k", 1.04),
            Limit = settings.Positive("h", 2.26),
            Transform = Transform(settings),
            Mean = seasonal ? null : Mean(settings, "m"),
            MeanFrom = seasonal ? InControlMean.Seasonal : InControlMean.History,
            Alpha = settings.Number("alpha", 0.1),
            Reset = settings.Flag("reset", !settings.RCompatible),
            RCompatible = settings.RCompatible,
        };
    }

    public static RogersonOptions Rogerson(DetectorSettings settings) => new()
    {
        Mean = settings.Text("theta0_column") is { } column ? InControl.Column(column) : Mean(settings, "theta0") ?? InControl.Of(1),
        Grid = settings.Numbers("thetaGrid") ?? [],
        RunLength = settings.Positive("ARL0", 500),
        Shift = settings.Positive("s", 1),
        FastStart = settings.Flag("FIR", false),
        CutBack = CutBack(settings),
    };

    /// <summary>A chart with a fast start begins anew at half its limit; the reference lets no other share be named then.</summary>
    private static double? CutBack(DetectorSettings settings)
    {
        double? share = settings.Has("limit") ? settings.Number("limit", 0) : null;
        return settings.Flag("FIR", false) && (share is null || settings.RCompatible) ? 0.5 : share;
    }

    public static GlrOptions Glr(DetectorSettings settings)
    {
        var model = settings.Object("mu0");
        var window = settings.Whole("M", -1, -1);
        var options = new GlrOptions
        {
            Limit = settings.Positive("c.ARL", 5),
            Mean = Mean(settings, "mu0"),
            Harmonics = model?.Whole("S", 1) ?? 1,
            Trend = model?.Flag("trend", false) ?? false,
            Refit = model?.Flag("refit", false) ?? false,
            Alpha = settings.IsNull("alpha") ? null : settings.Number("alpha", 0),
            Shift = settings.Has("theta") ? settings.Number("theta", 0) : null,
            Change = settings.Choice("change", "intercept", "intercept", "epi") == "epi" ? GlrChange.Epidemic : GlrChange.Intercept,
            Falling = settings.Choice("dir", "inc", "inc", "dec") == "dec",
            Window = window < 0 ? null : window,
            Shortest = settings.Whole("Mtilde", 1, 1),
            CasesAsThreshold = settings.Choice("ret", "value", "value", "cases") == "cases",
            RCompatible = settings.RCompatible,
        };
        model?.Finish();
        return options;
    }

    /// <summary>A mean in control as a number or as the name of a column, such as "@mu0"; null where there is none.</summary>
    private static InControl? Mean(DetectorSettings settings, string name) => settings.Kind(name) switch
    {
        JsonValueKind.String => InControl.Column(settings.Text(name)!.TrimStart('@')),
        JsonValueKind.Number => InControl.Of(settings.Positive(name, 1)),
        JsonValueKind.Undefined or JsonValueKind.Object => null,
        _ => throw new SettingsException($"{name} must be a number, the name of a column such as \"@mean\", or left out"),
    };

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
