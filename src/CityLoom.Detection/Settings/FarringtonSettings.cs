using CityLoom.Detection.Farrington;

namespace CityLoom.Detection.Settings;

/// <summary>The reference's names of the Farrington settings.</summary>
internal static class FarringtonSettings
{
    public static FlexibleOptions Flexible(DetectorSettings settings)
    {
        var usual = settings.Flag("noufaily", false) ? FlexibleOptions.Noufaily : new FlexibleOptions();
        var (cases, periods) = FewCases(settings, usual.FewCases, usual.FewPeriods);
        var window = settings.Whole("w", usual.HalfWindow);
        return usual with
        {
            Years = settings.Whole("b", usual.Years, 1),
            HalfWindow = window,
            Reweight = settings.Flag("reweight", usual.Reweight),
            WeightsThreshold = settings.Number("weightsThreshold", usual.WeightsThreshold),
            Alpha = settings.Rate("alpha", usual.Alpha),
            Trend = settings.Flag("trend", usual.Trend),
            TrendPValue = settings.Number("pThresholdTrend", usual.TrendPValue),
            FewCases = cases,
            FewPeriods = periods,
            Power = Power(settings),
            Levels = settings.Whole("noPeriods", usual.Levels, 1),
            PastLeftOut = settings.Whole("pastWeeksNotIncluded", usual.PastLeftOut ?? window),
            Threshold = Method(settings, usual.Threshold),
            PopulationOffset = settings.Flag("populationOffset", usual.PopulationOffset),
            RCompatible = settings.RCompatible,
        };
    }

    public static CumulativeOptions Cumulative(DetectorSettings settings)
    {
        var usual = new CumulativeOptions();
        return usual with
        {
            Model = usual.Model with
            {
                Years = settings.Whole("b", usual.Model.Years, 1),
                HalfWindow = settings.Whole("w", usual.Model.HalfWindow),
                Levels = settings.Whole("noPeriods", usual.Model.Levels, 1),
                PastLeftOut = settings.Whole("pastWeeksNotIncluded", usual.Model.LeftOut),
                PopulationOffset = settings.Flag("populationOffset", false),
                WeightsThreshold = settings.Number("weightsThreshold", usual.Model.WeightsThreshold),
            },
            MostYears = settings.Whole("mostYears", usual.MostYears, 1),
            SingleAlpha = settings.Rate("singleAlpha", usual.SingleAlpha),
            SumAlpha = settings.Rate("sumAlpha", usual.SumAlpha),
            StillHigh = settings.Rate("stillHigh", usual.StillHigh),
        };
    }

    public static FarringtonOptions Original(DetectorSettings settings)
    {
        var usual = new FarringtonOptions();
        var (cases, periods) = FewCases(settings, usual.FewCases, usual.FewPeriods);
        return usual with
        {
            Years = settings.Whole("b", usual.Years, 1),
            HalfWindow = settings.Whole("w", usual.HalfWindow),
            Reweight = settings.Flag("reweight", usual.Reweight),
            Alpha = settings.Rate("alpha", usual.Alpha),
            Trend = settings.Flag("trend", usual.Trend),
            FewCases = cases,
            FewPeriods = periods,
            Power = Power(settings),
        };
    }

    public static (double Cases, int Periods) FewCases(DetectorSettings settings, double cases, int periods) => settings.Numbers("limit54") switch
    {
        null => (cases, periods),
        [var fewest, >= 1 and var over] => (fewest, (int)over),
        _ => throw new SettingsException("limit54 must be two numbers: cases and periods, such as [5, 4]"),
    };

    public static PowerTransform Power(DetectorSettings settings) => settings.Choice("powertrans", "2/3", "2/3", "1/2", "none") switch
    {
        "2/3" => PowerTransform.TwoThirds,
        "1/2" => PowerTransform.Half,
        _ => PowerTransform.None,
    };

    private static ThresholdMethod Method(DetectorSettings settings, ThresholdMethod usual) =>
        settings.Has("thresholdMethod") ? settings.Choice("thresholdMethod", "delta", "delta", "nbPlugin", "muan") switch
        {
            "delta" => ThresholdMethod.Delta,
            "nbPlugin" => ThresholdMethod.NegativeBinomial,
            _ => ThresholdMethod.NegativeBinomialUpper,
        } : usual;
}
