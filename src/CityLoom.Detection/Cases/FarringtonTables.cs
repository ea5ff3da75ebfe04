using CityLoom.Detection.Farrington;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Cases;

/// <summary>Results of both Farrington detectors.</summary>
internal static class FarringtonTables
{
    public static CaseTable Flexible { get; } = new(
        "farringtonFlexible", "case_id,t,observed,upperbound,alarm,expected,score,pvalue,mu0,phi,trend_coef,trend", FlexibleRows);

    public static CaseTable Original { get; } = new(
        "farrington", "case_id,t,observed,upperbound,alarm,trend,pd_quantile,pd_median", OriginalRows);

    private static IEnumerable<CaseRow> OriginalRows(CaseInput input)
    {
        var detector = new Farrington1996(FarringtonSettings.Original(input.Settings));
        var (first, count) = input.Range(detector.Earliest(input.Series));
        for (var t = first; t < first + count; t++)
        {
            var found = detector.Judge(input.Series, t);
            yield return input.Row(t).Number(found.Upper).Flag(found.Alarm).Flag(found.Trend).Number(found.UpTo).Number(found.Expected);
        }
    }

    private static IEnumerable<CaseRow> FlexibleRows(CaseInput input)
    {
        var detector = new FlexibleFarrington(FarringtonSettings.Flexible(input.Settings));
        var (first, count) = input.Range(detector.Earliest(input.Series));
        for (var t = first; t < first + count; t++)
        {
            var found = detector.Judge(input.Series, t);
            yield return found.IsTold
                ? input.Row(t).Number(found.Upper).Flag(found.Alarm).Number(found.Expected).Number(found.Score).Number(found.PValue)
                    .Number(found.Mean).Number(found.Phi).Number(found.Slope).Flag(!double.IsNaN(found.Slope))
                : Untold(input.Row(t));
        }
    }

    /// <summary>Where the regression does not settle, the reference leaves all but an expected count of 0 empty.</summary>
    private static CaseRow Untold(CaseRow row) => row.Text(",,0,,,,,,");
}
