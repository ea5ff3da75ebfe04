using CityLoom.Detection.Cdc;
using CityLoom.Detection.Ears;
using CityLoom.Detection.Essence;
using CityLoom.Detection.MovingPercentile;
using CityLoom.Detection.OutbreakP;
using CityLoom.Detection.Series;

namespace CityLoom.Detection.Settings;

/// <summary>The references' names of the settings of the simpler methods.</summary>
internal static class SimpleSettings
{
    public static EarsOptions Ears(DetectorSettings settings) => new()
    {
        Rule = Enum.Parse<EarsRule>(settings.Choice("method", "C1", "C1", "C2", "C3")),
        Baseline = settings.Whole("baseline", 7, 3),
        MinSigma = settings.Number("minSigma", 0),
        Alpha = settings.Has("alpha") ? settings.Rate("alpha", 0) : null,
        RCompatible = settings.RCompatible,
    };

    public static RecentYears Recent(DetectorSettings settings, RecentYears usual) => new(
        settings.Whole("b", usual.Years), settings.Whole("w", usual.HalfWindow), settings.Flag("actY", usual.CurrentYear));

    public static CdcOptions Cdc(DetectorSettings settings) => new()
    {
        Years = settings.Whole("b", 5, 1),
        Months = settings.Whole("m", 1),
        Alpha = settings.Rate("alpha", 0.025),
    };

    public static OutbreakPDetector OutbreakP(DetectorSettings settings)
    {
        var most = settings.Whole("maxUpperboundCases", OutbreakPDetector.UsualMost);
        return new(settings.Positive("k", 100), settings.Choice("ret", "value", "value", "cases") == "cases" ? most : null);
    }

    public static EssenceOptions Essence(DetectorSettings settings) => new()
    {
        Baseline = settings.Whole("B", 28, 7),
        Guard = settings.Whole("g", 2),
        SlowWeight = settings.Rate("w1", 0.4),
        QuickWeight = settings.Rate("w2", 0.9),
        ThresholdAlpha = settings.Rate("thresholdAlpha", 0.05),
        Days = new DayPattern(settings.Days("holidays"), settings.Days("workedWeekends")),
    };

    public static PercentileOptions Percentile(DetectorSettings settings)
    {
        settings.Choice("unit", "week", "week", "day");
        return new()
        {
            Years = settings.Whole("years", 5, 1),
            HalfWindow = settings.Whole("half", 2),
            Percentile = settings.Rate("percentile", 0.8),
            MustExceed = settings.Flag("mustExceed", false),
        };
    }
}
