using System.CommandLine;
using CityLoom.Reach.Dispatch;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Supplies;

namespace CityLoom.Verbs;

/// <summary><c>cityloom dispatch</c>: whom to send, where to bring the patient, what to bring, and how a plan would fare.</summary>
internal static class DispatchVerb
{
    private static readonly Option<FileInfo> Times = Table("--times", "道路时间 / road times: from,to,seconds");
    private static readonly Option<FileInfo> Zones = Table("--zones", "分区 / zones: place,weight[,area]");
    private static readonly Option<FileInfo> Units = Table("--units", "单元 / units: unit,state,place[,level,turn_out]");
    private static readonly Option<string> At = new("--at") { Description = "地点 / the place, as in the road times", HelpName = "PLACE", Required = true };
    private static readonly Option<int> Limit = new("--limit") { Description = "标准，秒 / the standard in seconds, turn-out and drive", DefaultValueFactory = _ => 600 };
    private static readonly Option<double> Busy = new("--busy") { Description = "忙碌率 / busy fraction of a unit", DefaultValueFactory = _ => 0.3 };
    private static readonly Option<string> Output = new("--out") { Description = "结果 JSON / the answer as JSON; - for standard output", HelpName = "FILE", DefaultValueFactory = _ => "-" };

    public static Command Create(Terminal terminal) => new("dispatch", About)
    {
        Unit(terminal), Moves(terminal), HospitalFor(terminal), Supplies(terminal), SimulateVerb.Create(terminal),
    };

    private static Command Unit(Terminal terminal)
    {
        var level = new Option<int>("--level") { Description = "所需等级 1–3 / the level needed", DefaultValueFactory = _ => 1 };
        var command = new Command("unit", "派谁去：最先到达的，以及最不削弱覆盖的 / whom to send: first to arrive, and beside it the one that keeps the cover") { At, level, Units, Zones, Times, Limit, Busy, Output };
        command.SetAction(call => With(terminal, call, files => files.Read(call.GetValue(Units), EmergencyUnit.Read) is { } units && Standard(call, files) is { } net
            ? files.Taken(ChooseUnit.Run(call.GetValue(At)!, call.GetValue(level), units, net)) : null));
        return command;
    }

    private static Command Moves(Terminal terminal)
    {
        var stations = Table("--stations", "可驻地点 / places to stand: place[,units]");
        var most = new Option<int>("--moves") { Description = "最多移动 / at most so many moves", DefaultValueFactory = _ => 3 };
        var longest = new Option<int>("--longest-drive") { Description = "单次最长行驶秒 / no move takes longer, in seconds", DefaultValueFactory = _ => 1200 };
        var least = new Option<double>("--least-gain") { Description = "最小收益 / least covered weight that a move must bring", DefaultValueFactory = _ => 0 };
        var command = new Command("moves", "调位建议 / advice which free units to move where") { stations, most, longest, least, Units, Zones, Times, Limit, Busy, Output };
        command.SetAction(call => With(terminal, call, files =>
            files.Read(call.GetValue(Units), EmergencyUnit.Read) is { } units && files.Read(call.GetValue(stations), CityLoom.Reach.Simulate.Station.Read) is { } places && Standard(call, files) is { } net
            ? files.Taken(AdviseMoves.Run(units, [.. places.Select(place => place.Place)], net, new MoveRules(call.GetValue(most), call.GetValue(longest), call.GetValue(least)))) : null));
        return command;
    }

    private static Command HospitalFor(Terminal terminal)
    {
        var hospitals = Table("--hospitals", "医院 / hospitals: hospital,place,level,free_beds[,skills]");
        var grade = new Option<int>("--grade") { Description = "伤情 1（最重）–4 / the case, 1 (gravest) to 4", DefaultValueFactory = _ => 2 };
        var skill = new Option<string?>("--skill") { Description = "所需专科 / a skill needed", HelpName = "NAME" };
        var command = new Command("hospital", "送往何处：分级分层分流 / where to bring a patient, by level, free beds and road time") { At, grade, skill, hospitals, Times, Output };
        command.SetAction(call => With(terminal, call, files => files.Read(call.GetValue(hospitals), Hospital.Read) is { } all && files.Read(call.GetValue(Times), PlaceTimes.Read) is { } times
            ? files.Taken(ChooseHospital.Run(new Patient(call.GetValue(At)!, call.GetValue(grade), call.GetValue(skill)), all, times)) : null));
        return command;
    }

    private static Command Supplies(Terminal terminal)
    {
        var stock = Table("--stock", "库存 / stock: warehouse,item,quantity[,reserve,expires]");
        var requests = Table("--requests", "需求 / requests: id,place,item,quantity,priority[,within]");
        var today = new Option<DateOnly?>("--today") { Description = "判断过期的日期 / the day by which expiry is judged", HelpName = "YYYY-MM-DD" };
        var command = new Command("supplies", "物资从哪里来 / from which warehouse supplies come, what is short and why") { stock, requests, Times, today, Output };
        command.SetAction(call => With(terminal, call, files =>
            files.Read(call.GetValue(stock), StockLot.Read) is { } lots && files.Read(call.GetValue(requests), SupplyRequest.Read) is { } needs && files.Read(call.GetValue(Times), PlaceTimes.Read) is { } times
            ? files.Taken(PlanSupplies.Run(lots, needs, times, call.GetValue(today) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime))) : null));
        return command;
    }

    private static CoverStandard? Standard(ParseResult call, ReachFiles files) =>
        files.Read(call.GetValue(Zones), Zone.Read) is { } zones && files.Read(call.GetValue(Times), PlaceTimes.Read) is { } times
            ? new CoverStandard(times, zones, call.GetValue(Limit), call.GetValue(Busy)) : null;

    private static int With(Terminal terminal, ParseResult call, Func<ReachFiles, object?> answer) =>
        answer(new ReachFiles(terminal)) is { } found ? ReachJson.Write(terminal, call.GetValue(Output)!, found) : ExitCodes.SomeRefused;

    private static Option<FileInfo> Table(string name, string about) => new(name) { Description = $"CSV {about}", HelpName = "FILE", Required = true };

    private const string About = """
        派谁去、送往何处、从哪里调物资、方案会怎样 / whom to send, where to bring a patient, what to bring, how a plan would fare

        示例 / Examples:
          cityloom dispatch unit --at 路口 --units units.csv --zones zones.csv --times times.csv
          cityloom dispatch hospital --at 路口 --grade 1 --hospitals hospitals.csv --times times.csv
          cityloom dispatch supplies --stock stock.csv --requests requests.csv --times times.csv --today 2026-11-28
          cityloom dispatch simulate --stations stations.csv --zones zones.csv --times times.csv --calls-per-day 280 --days 365
        """;
}
