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
        var options = ChartSettings.Glr(input.Settings, input.Table.Column);
        var (first, count) = input.Range(0);
        var (findings, bounds) = (new Finding[count], new double[count]);
        var cases = input.Settings.Choice("ret", "value", "value", "cases") == "cases";
        var alpha = new GlrDetector(options).Run(input.Series, first, findings, cases ? bounds : default);
        return findings.Select((found, i) => input.Row(found.Index)
            .Number(found.Expected).Number(alpha).Number(cases ? Bound(options, alpha, found, bounds[i]) : found.Statistic).Flag(found.Alarm));
    }

    /// <summary>For a count of 0 the reference's search for the bound of a negative binomial chart gives up with a huge number.</summary>
    private static double Bound(GlrOptions options, double alpha, Finding found, double bound) =>
        options.Shift is null && alpha > 0 && found.Observed == 0 ? 1e99 : bound;
}
