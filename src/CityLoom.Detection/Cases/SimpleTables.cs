using CityLoom.Detection.Bayes;
using CityLoom.Detection.Cdc;
using CityLoom.Detection.Ears;
using CityLoom.Detection.MovingPercentile;
using CityLoom.Detection.OutbreakP;
using CityLoom.Detection.Rki;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Cases;

/// <summary>Results of the methods without a regression.</summary>
internal static class SimpleTables
{
    private const string Usual = "case_id,t,observed,upperbound,alarm";

    public static CaseTable[] All { get; } =
    [
        new("earsC", Usual, input => Plain(input, new EarsDetector(SimpleSettings.Ears(input.Settings)))),
        new("earsC3documented", "case_id,t,observed,c2,statistic,threshold,alarm", DocumentedC3),
        new("bayes", Usual, input => Plain(input, new BayesDetector(
            SimpleSettings.Recent(input.Settings, new(0, 6, true)), input.Settings.Rate("alpha", 0.05)))),
        new("rki", Usual, input => Plain(input, new RkiDetector(SimpleSettings.Recent(input.Settings, new(2, 4, false))))),
        new("cdc", "case_id,t,observed,upperbound,aggregated,alarm", Cdc),
        new("outbreakP", Usual, OutbreakP),
        new("mpm", "case_id,t,current,n_reference,threshold,median,signal_ge,signal_gt", Percentile),
    ];

    private static IEnumerable<CaseRow> Plain(CaseInput input, IDetector detector) => input.Watch(detector).Select(found =>
        double.IsNaN(found.Threshold)
            ? input.Row(found.Index).Text("").Text("")
            : input.Row(found.Index).Number(found.Threshold).Flag(found.Alarm));

    private static IEnumerable<CaseRow> DocumentedC3(CaseInput input)
    {
        var detector = new EarsDetector(SimpleSettings.Ears(input.Settings) with { Rule = EarsRule.C3, RCompatible = false });
        return input.Watch(detector).Select(found => DocumentedC3(input, detector, found.Index));
    }

    /// <summary>The reference says nothing of a day that looks back on a baseline without spread and a count equal to it.</summary>
    private static CaseRow DocumentedC3(CaseInput input, EarsDetector detector, int t)
    {
        var statistic = detector.RawStep(input.Series, t - 2) + detector.RawStep(input.Series, t - 1) + detector.RawStep(input.Series, t);
        var row = input.Row(t).Number(detector.RawC2(input.Series, t)).Number(statistic).Number(detector.Z);
        return double.IsNaN(statistic) ? row.Text("") : row.Flag(statistic >= detector.Z);
    }

    private static IEnumerable<CaseRow> Cdc(CaseInput input) => input.Watch(new CdcDetector(SimpleSettings.Cdc(input.Settings)))
        .Select(found => input.Row(found.Index).Number(found.Threshold).Number(CdcDetector.Sum(input.Series, found.Index)).Flag(found.Alarm));

    /// <summary>A bound of 0 stands empty in the reference.</summary>
    private static IEnumerable<CaseRow> OutbreakP(CaseInput input)
    {
        var cases = input.Settings.Choice("ret", "value", "value", "cases") == "cases";
        return input.Watch(SimpleSettings.OutbreakP(input.Settings)).Select(found => input.Row(found.Index)
            .Number(!cases ? found.Statistic : found.Threshold == 0 ? double.NaN : found.Threshold).Flag(found.Alarm));
    }

    private static IEnumerable<CaseRow> Percentile(CaseInput input)
    {
        var detector = new PercentileDetector(SimpleSettings.Percentile(input.Settings));
        var (first, count) = input.Range(detector.Earliest(input.Series));
        return Enumerable.Range(first, count).Select(t => (T: t, Found: detector.Judge(input.Series, t))).Select(judged =>
            new CaseRow().Text(input.Case.Id).Number(judged.T + 1).Number(judged.Found.Current).Number(judged.Found.References)
                .Number(judged.Found.Threshold).Number(judged.Found.Median).Flag(judged.Found.Reaches).Flag(judged.Found.Exceeds));
    }
}
