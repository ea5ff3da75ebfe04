using CityLoom.Detection.Series;

namespace CityLoom.Detection.Essence;

/// <summary>Brings a daily judgement to the common form; yellow and red are alarms.</summary>
internal static class EssenceFinding
{
    public static Finding Of(CountSeries series, int t, EssenceJudgement judged) => new(
        t, series.Counts[t], judged.Expected, judged.Threshold, judged.Statistic, judged.PValue, judged.Level >= EssenceLevel.Yellow);
}
