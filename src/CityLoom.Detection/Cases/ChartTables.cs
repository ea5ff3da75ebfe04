using CityLoom.Detection.Cusum;
using CityLoom.Detection.Glr;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Cases;

/// <summary>Results of the charts.</summary>
internal static class ChartTables
{
    public static CaseTable[] Cusum { get; } = [new("cusum", "case_id,t,observed,upperbound,alarm,cusum,m", CusumRows)];

    public static CaseTable[] Rogerson { get; } =
    [
        new("rogerson", "case_id,t,observed,theta0,upperbound,alarm,h", RogersonRows),
        new("rogerson_hvalues", "case_id,theta0,h,k,ARL,rel.tol", RogersonDesigns),
    ];

    public static CaseTable[] Glr { get; } = [new("glrnb", "case_id,t,observed,mu0,alpha,upperbound,alarm", GlrRows)];

    private static IEnumerable<CaseRow> CusumRows(CaseInput input) => input.Watch(new CusumDetector(ChartSettings.Cusum(input.Settings)))
        .Select(found => input.Row(found.Index)
            .Number(found.Threshold).Flag(found.Alarm).Number(found.Statistic).Number(found.Expected));

    private static IEnumerable<CaseRow> RogersonRows(CaseInput input)
    {
        var detector = new RogersonDetector(ChartSettings.Rogerson(input.Settings));
        return input.Watch(detector).Select(found => input.Row(found.Index)
            .Number(found.Expected).Number(found.Threshold).Flag(found.Alarm).Number(detector.Limit));
    }

    private static IEnumerable<CaseRow> RogersonDesigns(CaseInput input)
    {
        var options = ChartSettings.Rogerson(input.Settings);
        return new RogersonDetector(options).Designs.Select(design => new CaseRow().Text(input.Case.Id)
            .Number(design.Mean).Number(design.Limit).Number(design.Reference).Number(design.RunLength)
            .Number(Math.Abs(design.RunLength - options.RunLength) / options.RunLength));
    }

    private static IEnumerable<CaseRow> GlrRows(CaseInput input)
    {
        var options = ChartSettings.Glr(input.Settings);
        var (first, count) = input.Range(0);
        var findings = new Finding[count];
        var detector = new GlrDetector(options);
        detector.Run(input.Series, first, findings);
        return findings.Select(found => input.Row(found.Index).Number(found.Expected).Number(detector.Alpha)
            .Number(options.CasesAsThreshold ? found.Threshold : found.Statistic).Flag(found.Alarm));
    }
}
