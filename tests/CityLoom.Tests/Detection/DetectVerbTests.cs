using System.Globalization;
using System.Text.Json;
using CityLoom.Tests.Reading.Verb;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Detection;

public sealed class DetectVerbTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void An_outbreak_on_the_last_day_is_the_only_alarm_in_csv()
    {
        var result = Detect(_files.Write("counts.csv", Days()), "--csv");

        Assert.Equal(0, result.ExitCode);
        var rows = result.Output.TrimEnd().Split('\n');
        Assert.Equal("series,date,observed,expected,threshold,statistic,p_value,alarm", rows[0]);
        Assert.StartsWith("counts,2026-03-20,30,", Assert.Single(rows, row => row.EndsWith(",1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_a_line_for_each_series_of_a_long_table()
    {
        var long_ = Days().Select((day, i) => i == 0 ? day + ",series" : day + ",clinic")
            .Concat(Days().Skip(1).Select(day => day.Replace(",30", ",3", StringComparison.Ordinal) + ",school"));

        var result = Detect(_files.Write("long.csv", [.. long_]), "--json", "--last", "1");

        var series = result.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["clinic", "school"], series.Select(one => one.GetProperty("series").GetString()));
        Assert.Equal([true, false], series.Select(one => Assert.Single(one.GetProperty("findings").EnumerateArray()).GetProperty("alarm").GetBoolean()));
    }

    [Fact]
    public void Bad_rows_are_named_by_their_line_and_the_rest_is_judged()
    {
        var days = Days();
        (days[4], days[6]) = ("2026-03-04,many", "6 March,2");

        var result = Detect(_files.Write("counts.csv", days), "--csv");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("counts.csv:5: 'many'", result.Errors, StringComparison.Ordinal);
        Assert.Contains("counts.csv:7: '6 March'", result.Errors, StringComparison.Ordinal);
        Assert.Contains("counts,2026-03-20,30,", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rogerson", """{"theta0": "@usual", "ARL0": 300}""")]
    [InlineData("glr", """{"mu0": "@usual", "ret": "cases"}""")]
    [InlineData("cusum", """{"m": "@usual"}""")]
    public void A_chart_takes_its_mean_from_a_column_of_the_table(string method, string settings)
    {
        var rows = Days().Select((day, i) => day + (i == 0 ? ",usual" : ",2.5")).ToArray();

        var result = Detect(_files.Write("counts.csv", rows), "--csv", "--method", method, "--settings", _files.Write("s.json", settings));

        Assert.Equal(0, result.ExitCode);
        var last = result.Output.TrimEnd().Split('\n')[^1].Split(',');
        Assert.Equal("2.5", last[3]);
        Assert.InRange(double.Parse(last[4], CultureInfo.InvariantCulture), 3, 29);
        Assert.Equal("1", last[7]);
    }

    [Fact]
    public void A_mean_from_a_column_that_is_not_there_names_those_that_are()
    {
        var rows = Days().Select((day, i) => day + (i == 0 ? ",usual" : ",2.5")).ToArray();

        var result = Detect(_files.Write("counts.csv", rows), "--method", "glr", "--settings", _files.Write("s.json", """{"mu0": "@usul"}"""));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no column usul; there are usual", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--method=nothing", "there is no method nothing")]
    [InlineData("--settings=SETTINGS", "minSigmaa")]
    public void A_wrong_method_or_setting_is_wrong_usage(string option, string words)
    {
        var settings = _files.Write("settings.json", """{"minSigmaa": 1}""");

        var result = CityLoomProcess.Run(["detect", _files.Write("counts.csv", Days()), option.Replace("SETTINGS", settings, StringComparison.Ordinal)]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(words, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_lists_cities_and_leaves_groups_out()
    {
        _files.Write("data/covid2020-own-cities-daily.csv",
            "date,province,province_code,city,city_code,confirmed", "2020-01-20,湖北省,420000,武汉市,420100,5", "2020-01-20,北京市,110000,境外输入,1100y0,5");

        var result = CityLoomProcess.Run(["detect", "demo", "covid-2020", "--data", _files["data"]]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("武汉市\t01-20", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("境外输入", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_fuses_each_city_with_the_others_of_its_province()
    {
        _files.Write("data/covid2020-own-cities-daily.csv",
            "date,province,province_code,city,city_code,confirmed",
            "2020-01-20,湖北省,420000,武汉市,420100,40", "2020-01-22,湖北省,420000,黄冈市,421100,30", "2020-02-03,浙江省,330000,温州市,330300,50");

        var rows = CityLoomProcess.Run(["detect", "demo", "covid-2020", "--data", _files["data"]]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.EndsWith("融合同省各市 / fused with its province", rows[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(["01-20", "01-22", "02-03"], rows.Skip(1).OrderBy(r => r.Split('\t')[1], StringComparer.Ordinal).Select(r => r.TrimEnd().Split('\t')[^1]));
    }

    private static CityLoomProcess.Result Detect(params string[] arguments) => CityLoomProcess.Run(["detect", .. arguments, .. arguments.Contains("--method") ? [] : (string[])["--method", "ears-c1"]]);

    /// <summary>Twenty quiet days and 30 cases on the last.</summary>
    private static string[] Days() =>
    [
        "date,count",
        .. Enumerable.Range(0, 20).Select(day => string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2026, 3, 1).AddDays(day):yyyy-MM-dd},{(day == 19 ? 30 : 2 + (day % 3))}")),
    ];
}
