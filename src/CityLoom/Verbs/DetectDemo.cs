using System.Globalization;
using System.Text.Json;
using CityLoom.Detection;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Verbs;

/// <summary>Shows for each city of early 2020 on which day each detector for short histories would first have called it.</summary>
internal sealed class DetectDemo(Terminal terminal)
{
    private const string Pattern = "covid2020-*cities-daily.csv";
    private static readonly DateOnly First = new(2019, 12, 1);
    private static readonly DateOnly End = new(2020, 4, 1);

    private static readonly (string Label, string Method, string Settings)[] Callers =
    [
        ("C1", "ears-c1", """{"minSigma": 0.5}"""),
        ("C2", "ears-c2", """{"minSigma": 0.5}"""),
        ("C3", "ears-c3", """{"minSigma": 0.5}"""),
        ("Bayes 1", "bayes", """{"b": 0, "w": 6, "actY": true}"""),
        ("RKI 1", "rki", """{"b": 0, "w": 6, "actY": true}"""),
        ("EWMA", "ewma", "{}"),
        ("outbreakP", "outbreak-p", "{}"),
    ];

    public int Run(DirectoryInfo? folder)
    {
        if (folder is null || !folder.Exists || folder.GetFiles(Pattern) is not { Length: > 0 } files)
        {
            return terminal.Refuse($"--data 文件夹里应有 {Pattern} / --data needs a folder with {Pattern}: date,province,province_code,city,city_code,confirmed", ExitCodes.WrongUsage);
        }
        var cities = new CumulativeCities(First, End);
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            cities.Add(file.FullName, (line, words) => terminal.Error($"{file.Name}:{line}: {words}"));
        }
        var detectors = Callers.Select(caller => Create(caller.Method, caller.Settings)).ToArray();
        var all = cities.Series().Where(city => city.Series.Counts.ContainsAnyExcept(0)).ToList();
        var fused = all.Count == 0 ? [] : FuseCities.FirstCalls(all);
        var rows = all.ConvertAll(city => (string[])[.. Row(city.Series, detectors), Day(fused.GetValueOrDefault(city.Code, -1))]);
        terminal.Table(["城市 / city", "首例 / first case", .. Callers.Select(caller => caller.Label), "两种方法一致 / two agree", "融合同省各市 / fused with its province"], rows);
        terminal.Error($"{rows.Count} 个城市；为报告日期而非发病日期，2020-02-12/13 湖北改变了病例定义 / {rows.Count} cities; dates of report, not of onset; the case definition of Hubei changed on 2020-02-12/13");
        terminal.Error($"另有 {cities.Others} 个名目没有六位区划代码（境外输入、外地来京等），不是城市，未列 / {cities.Others} groups without a six-digit division code (imported cases and the like) are not cities and left out");
        return cities.Refused ? ExitCodes.SomeRefused : ExitCodes.Done;
    }

    private static IDetector Create(string method, string settings)
    {
        using var json = JsonDocument.Parse(settings);
        return Detectors.Create(method, new DetectorSettings(method, json.RootElement));
    }

    private static string[] Row(CountSeries series, IDetector[] detectors)
    {
        var calls = detectors.Select(detector => FirstCall(series, detector)).ToArray();
        var agreed = calls.Where(day => day >= 0).Order().Skip(1).Select(day => (int?)day).FirstOrDefault() ?? -1;
        return [series.Name, Day(series.Counts.IndexOfAnyExcept(0)), .. calls.Select(Day), Day(agreed)];
    }

    private static int FirstCall(CountSeries series, IDetector detector)
    {
        var first = detector.Earliest(series);
        var findings = new Finding[series.Length - first];
        detector.Watch(series, first, findings);
        return findings.Where(found => found.Alarm && found.Observed > 0).Select(found => (int?)found.Index).FirstOrDefault() ?? -1;
    }

    private static string Day(int index) => index < 0 ? "—" : First.AddDays(index).ToString("MM-dd", CultureInfo.InvariantCulture);
}
