using System.CommandLine;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Dispatch;
using CityLoom.Reach.Simulate;

namespace CityLoom.Verbs;

/// <summary><c>cityloom dispatch simulate</c>: a year of calls through a plan of stations, and a second plan on the same calls.</summary>
internal static class SimulateVerb
{
    private static readonly Option<FileInfo> Stations = Table("--stations", "站点方案 / the plan: place[,units]", true);
    private static readonly Option<FileInfo> Compare = Table("--compare", "第二方案，同样的呼叫 / a second plan on the same calls", false);
    private static readonly Option<FileInfo> Zones = Table("--zones", "分区 / zones: place,weight[,area]", true);
    private static readonly Option<FileInfo> Hospitals = Table("--hospitals", "医院 / hospitals: hospital,place,level,free_beds; without it nobody is transported", false);
    private static readonly Option<FileInfo> Times = Table("--times", "道路时间 / road times between all of them: from,to,seconds", true);
    private static readonly Option<double> PerDay = new("--calls-per-day") { Description = "每日呼叫 / calls a day", HelpName = "N", Required = true };
    private static readonly Option<double> Days = new("--days") { Description = "天数 / days", DefaultValueFactory = _ => 365 };
    private static readonly Option<int> Seed = new("--seed") { Description = "随机种子 / the same seed gives the same calls", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Target = new("--target") { Description = "达标秒数，自来电起 / seconds from call to arrival that count as in time", DefaultValueFactory = _ => 600 };
    private static readonly Option<string> Output = new("--out") { Description = "结果 JSON / the report as JSON; - for standard output", HelpName = "FILE", DefaultValueFactory = _ => "-" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("simulate", "按呼叫逐一推演 / play calls through a plan: response times by zone, work of the units") { Stations, Compare, Zones, Hospitals, Times, PerDay, Days, Seed, Target, Output };
        command.SetAction(call => Run(terminal, call, new ReachFiles(terminal)));
        return command;
    }

    private static int Run(Terminal terminal, ParseResult call, ReachFiles files)
    {
        var (times, zones) = (files.Read(call.GetValue(Times), PlaceTimes.Read), files.Read(call.GetValue(Zones), Zone.Read));
        var (stations, second) = (files.Read(call.GetValue(Stations), Station.Read), files.Read(call.GetValue(Compare), Station.Read));
        var hospitals = files.Read(call.GetValue(Hospitals), Hospital.Read)?.Select(hospital => hospital.Place).ToList() ?? [];
        if (files.AnyRefused)
        {
            return ExitCodes.SomeRefused;
        }

        var plan = new SimulationPlan(zones!, stations!, hospitals, times!, call.GetValue(Target));
        var rules = new CallRules { PerDay = call.GetValue(PerDay), Days = call.GetValue(Days), Seed = call.GetValue(Seed) };
        if (files.Taken(DrawCalls.Run(zones!, rules)) is not { } calls || files.Taken(Simulator.Run(plan, calls)) is not { } first)
        {
            return ExitCodes.SomeRefused;
        }

        var other = second is null ? null : files.Taken(Simulator.Run(plan with { Stations = second }, calls));
        return files.AnyRefused ? ExitCodes.SomeRefused : ReachJson.Write(terminal, call.GetValue(Output)!, new
        {
            Plan = Report(plan, first),
            Second = other is null ? null : Report(plan with { Stations = second! }, other),
            Comparison = other is null ? null : PlanComparison.Of(calls, first, other),
        });
    }

    private static object Report(SimulationPlan plan, SimulationReport report) => new
    {
        report.All,
        report.Waited,
        Zones = plan.Zones.Zip(report.ByZone).ToDictionary(pair => pair.First.Place, pair => pair.Second),
        Units = report.Units.Select(unit => new { Station = plan.Stations[unit.Station].Place, unit.Tasks, unit.Busy }),
    };

    private static Option<FileInfo> Table(string name, string about, bool required) => new(name) { Description = $"CSV {about}", HelpName = "FILE", Required = required };
}
