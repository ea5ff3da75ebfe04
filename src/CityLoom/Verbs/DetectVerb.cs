using System.CommandLine;
using CityLoom.Detection;
using CityLoom.Verbs.Detect;

namespace CityLoom.Verbs;

/// <summary><c>cityloom detect</c>: finds unusual counts, repeats the reference's cases, compares detectors.</summary>
internal static class DetectVerb
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "CSV with date,count[,series][,population]; a folder of them; - for standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Method = new("--method")
    {
        Description = "检测方法 / one of: " + string.Join(", ", Detectors.Names), DefaultValueFactory = _ => "farrington-flexible", HelpName = "NAME",
    };

    private static readonly Option<FileInfo?> Settings = new("--settings") { Description = "方法的设置 / JSON settings of the method, in the reference's names", HelpName = "FILE" };
    private static readonly Option<bool> Json = new("--json") { Description = "每个序列一行 JSON / one line of JSON for each series" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "每期一行 CSV / one line of CSV for each period" };
    private static readonly Option<string?> Every = new("--every") { Description = "day, week or month; told from the dates when left out", HelpName = "PERIOD" };
    private static readonly Option<int?> Last = new("--last") { Description = "只判断最后 N 期 / judge only the last N periods", HelpName = "N" };
    private static readonly Option<FileSystemInfo?> Cases = new("--cases")
    {
        Description = "参考用例：文件夹或其中的设置文件（cases*.json、cases_scan.json、cases.csv、nowcast.csv）/ a reference's cases, run instead of FILE: a folder or its settings file",
        HelpName = "PATH",
    };

    private static readonly Option<DirectoryInfo?> Series = new("--series") { Description = "用例的序列，仅序列用例需要，默认为旁边的 series / folder of the series, for cases on series only; series beside them when left out", HelpName = "DIR" };
    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "用例结果，不能与用例同一文件夹 / folder for the results, another than that of the cases", HelpName = "DIR" };

    public static Command Create(Terminal terminal)
    {
        var detect = new Command("detect", About) { Files, Method, Settings, Json, Csv, Every, Last, Cases, Series, Out };
        detect.Add(Evaluate(terminal));
        detect.Add(Demo(terminal));
        Every.AcceptOnlyFromAmong("day", "week", "month");
        detect.SetAction(call => call.GetValue(Cases) is { } cases
            ? new RunCases(terminal).Run(cases, call.GetValue(Series), call.GetValue(Out))
            : new DetectCounts(terminal, Request(call)).Run(call.GetValue(Files)!));
        return detect;
    }

    private static DetectRequest Request(ParseResult call) => new(
        call.GetValue(Method)!, call.GetValue(Settings), call.GetValue(Json), call.GetValue(Csv), Periods(call.GetValue(Every)), call.GetValue(Last));

    private static int? Periods(string? every) => every switch
    {
        "day" => 365,
        "week" => 52,
        "month" => 12,
        _ => null,
    };

    private static Command Evaluate(Terminal terminal)
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "模拟序列的文件夹 / folder with baseline.csv.gz and outbreaks.csv.gz" };
        var every = new Option<int>("--every") { Description = "只用每第 N 个重复 / use only every Nth replicate", DefaultValueFactory = _ => 1, HelpName = "N" };
        var without = new Option<int?>("--without") { Description = "不用每第 N 个重复（已用于定界限者） / leave out every Nth replicate, those that limits were chosen on", HelpName = "N" };
        var command = new Command("evaluate", "检出率、误报率与延迟 / probability of detection, false alarm rate and delay on simulated outbreaks, as a table for the docs")
        {
            folder, every, without,
        };
        command.SetAction(call => new EvaluateDetectors(terminal).Run(call.GetValue(folder)!, call.GetValue(every), call.GetValue(without)));
        return command;
    }

    private static Command Demo(Terminal terminal)
    {
        var which = new Argument<string>("NAME") { Description = "covid-2020" };
        which.AcceptOnlyFromAmong("covid-2020");
        var data = new Option<DirectoryInfo?>("--data") { Description = "folder with covid2020-*-daily.csv (cumulative counts by city)", HelpName = "DIR" };
        var command = new Command("demo", "回顾：各方法会在哪一天报警 / in retrospect: on which day would each detector have called it") { which, data };
        command.SetAction(call => new DetectDemo(terminal).Run(call.GetValue(data)));
        return command;
    }

    private const string About = """
        发现异常增多的计数
          Finds counts that are unusually high.

        示例 / Examples:
          cityloom detect counts.csv                                  周计数，改进的 Farrington 法 / weekly counts, flexible Farrington
          cityloom detect counts.csv --method ears-c2 --csv           日计数，逐期结果 / daily counts, every period as CSV
          cityloom detect long.csv --settings s.json --json           多序列长表 / a long table of many series
          cityloom detect --cases cases.json --series DIR --out DIR   参考用例 / a reference's cases
          cityloom detect --cases scan/ --out DIR                     空间扫描、时空监测、临近预报 / scans, space-time watch, nowcasts
          cityloom detect evaluate noufaily/                          方法比较 / compare the detectors

        --cases 的文件夹 / A folder for --cases holds one of:
          cases*.json, series/    序列用例，结果为 METHOD.csv / cases on series; results METHOD.csv
          cases_scan.json         sites.csv, spatial_cases.csv, st_cases.csv → results_scan.json
          cases.csv, events.csv   时空监测 / space-time watch → statistic.csv, cases.csv
          nowcast.csv             linelist_SERIES.csv → nowcast.csv

        退出码 / Exit codes: 0 完成 done, 1 部分行或序列无法使用 some rows or series refused, 2 用法有误 wrong usage
        """;
}
