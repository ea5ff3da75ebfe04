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
        return input.Watch(detector).Select(found => input.Row(found.Index)
            .Number(detector.C2(input.Series, found.Index)).Number(found.Statistic).Number(detector.Z).Flag(found.Alarm));
    }

    private static IEnumerable<CaseRow> Cdc(CaseInput input) => input.Watch(new CdcDetector(SimpleSettings.Cdc(input.Settings)))
        .Select(found => input.Row(found.Index).Number(found.Threshold).Number(CdcDetector.Sum(input.Series, found.Index)).Flag(found.Alarm));

    private static IEnumerable<CaseRow> OutbreakP(CaseInput input)
    {
        var detector = new OutbreakPDetector(input.Settings.Positive("k", 100));
        var findings = input.Watch(detector);
        var bounds = input.Settings.Choice("ret", "value", "value", "cases") == "cases"
            ? detector.SmallestAlarms(input.Series, findings[0].Index, findings.Length, input.Settings.Whole("maxUpperboundCases", 100_000))
                .Select(count => count == 0 ? double.NaN : count)
            : findings.Select(found => found.Statistic);
        return findings.Zip(bounds, (found, bound) => input.Row(found.Index).Number(bound).Flag(found.Alarm));
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
