using System.Globalization;
using CityLoom.Detection.Essence;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Cases;

/// <summary>Results of the detectors for daily counts.</summary>
internal static class EssenceTable
{
    private const string Columns = "case_id,t,observed,expected,statistic,pvalue,alert,sigma,adj_r2,detector";

    public static CaseTable Ewma { get; } = new("essence", Columns, input => Rows(input, (options, judged) =>
        new EwmaDetector(options).Judge(input.Series, judged), named: false));

    public static CaseTable Regression { get; } = new("essence", Columns, input => Rows(input, (options, judged) =>
    {
        var detector = new RegressionDetector(options);
        for (var t = 0; t < judged.Length; t++)
        {
            judged[t] = detector.JudgeOrEarly(input.Series, t);
        }
    }, named: false));

    public static CaseTable Switch { get; } = new("essence", Columns, input => Rows(input, (options, judged) =>
        new SwitchDetector(options).Judge(input.Series, judged), named: true));

    private static IEnumerable<CaseRow> Rows(CaseInput input, Action<EssenceOptions, EssenceJudgement[]> judge, bool named)
    {
        var judged = new EssenceJudgement[input.Series.Length];
        judge(SimpleSettings.Essence(input.Settings), judged);
        return judged.Select((day, t) => input.Row(t).Number(day.Expected).Number(day.Statistic).Number(day.PValue)
            .Text(day.Level.ToString().ToLower(CultureInfo.InvariantCulture))
            .Number(named ? double.NaN : day.Sigma).Number(named ? double.NaN : day.AdjustedFit).Text(named ? Detector(day) : ""));
    }

    private static string Detector(EssenceJudgement day) => day.Level == EssenceLevel.Grey ? ""
        : double.IsNaN(day.AdjustedFit) ? "EWMA" : "Adaptive Multiple Regression";
}
