using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Emergency.Alerts;
using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Reports;
using CityLoom.Emergency.Roster;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Demo;

/// <summary>Tells what the demo's command has behind it: its plans, a drill of three weeks ago with its review, an alert that is an exercise.</summary>
internal sealed class CommandStory(Writing writing, CityContext city, SignedIn lead, SignedIn doer, string folder, AlertKey key)
{
    /// <summary>Minutes to sign and to finish of each task of the drill; none for what nobody touched.</summary>
    private static readonly (string Task, int? Sign, int? Finish)[] Drilled =
    [
        ("duty-double", 4, 22), ("pumps", 9, 41), ("points", 26, 58), ("underpass", 7, 24), ("transit", 12, 83), ("estates", null, null),
    ];

    /// <summary>What was brought into which store, and in how many days it expires: one item lies under its minimum, one lot is near its day.</summary>
    private static readonly (string Warehouse, string Item, long Quantity, int? Days)[] Brought =
    [
        ("jiangan", "pump-truck", 9, null), ("hongshan", "pump-truck", 3, null), ("jiangan", "boat", 14, null), ("jiangan", "bed", 520, null), ("hanyang", "bed", 610, null),
        ("hongshan", "sandbag", 12_000, null), ("hanyang", "mask", 18_000, 21), ("hanyang", "mask", 60_000, 700), ("jiangan", "meal", 4_000, 160),
    ];

    private static readonly DutyPost[] Posts =
    [
        new() { Code = "command", Name = "总值班", EnglishName = "Command", Organization = "4201.yxzx" },
        new() { Code = "water", Name = "防汛值班", EnglishName = "Flood desk", Organization = "4201.swj" },
        new() { Code = "health", Name = "卫生应急值班", EnglishName = "Health desk", Organization = "4201.wjw" },
    ];

    /// <summary>Roles, never people.</summary>
    private static readonly string[][] People = [["总值班一组", "总值班二组", "总值班三组"], ["排水处甲班", "排水处乙班", "排水处丙班"], ["应急办一岗", "应急办二岗", "应急办三岗"]];

    private static readonly (string Item, long Quantity, string Territory, string Place, int Priority)[] Wanted =
        [("pump-truck", 6, "420102", "解放大道下穿通道", 2), ("sandbag", 800, "420106", "沿江低洼小区", 3)];

    public void Tell()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "plans"), "*.json").Order(StringComparer.Ordinal))
        {
            PlanBook.Put(writing, PlanCheck.Read(File.ReadAllText(file), city).Value, city, Actor.System);
        }

        TellDrill();
        TellAlert();
        TellSupplies();
        TellRoster();
        TellReports();
    }

    /// <summary>An incident of this morning: reported first in time, its follow-up late by now.</summary>
    private void TellReports()
    {
        var template = JsonSerializer.Deserialize<ReportTemplate>(File.ReadAllText(Path.Combine(folder, "reports.json")), JournalBook.Json)!;
        _ = SendReport.Template(writing, template, city, Actor.System).Value;
        var began = city.Now.AddHours(-5);
        var incident = CreateMatter.Run(
            writing,
            new NewMatter { Kind = "incident", Title = "友谊大道地铁施工点路面渗水", Words = "路面有渗水和轻微下沉，已围挡半幅道路。", Territory = "420106", Organization = "4201.swj", Urgency = 1 },
            city.At(began).For(lead), city.Territories).Value;
        var duty = SendReport.Begin(writing, new NewReportDuty(incident.Id, template.Code, ResponseLevel.III), lead, city.At(began)).Value;
        _ = SendReport.Run(
            writing, duty.Id,
            new NewReport(new Dictionary<string, string?> { ["course"] = "6 时许巡查发现路面渗水，下沉约 3 厘米，已停止施工。", ["people"] = "无", ["measures"] = "围挡半幅道路，关闭附近供水阀门，监测下沉。", ["needs"] = "请交通部门协助分流。" }, 1),
            lead, city.At(began.AddMinutes(22))).Value;
        var delivered = DeliveryBook.OfDuty(writing, duty.Id).First(d => d.Organization == "4201.yjj");
        _ = SignReport.Run(writing, delivered.Id, lead, city.At(began.AddMinutes(31))).Value;
    }

    /// <summary>A fortnight of three posts in two shifts a day, one night without anybody and a swap that waits.</summary>
    private void TellRoster()
    {
        foreach (var post in Posts)
        {
            _ = KeepRoster.Post(writing, post, lead, city).Value;
        }

        var first = city.Clock.Today.AddDays(-2);
        var shifts = (from day in Enumerable.Range(0, 16)
                      from half in Enumerable.Range(0, 2)
                      from post in Enumerable.Range(0, Posts.Length)
                      where (day, half, post) is not (9, 1, 1)
                      let begins = city.Clock.Instant(first.AddDays(day).ToDateTime(new TimeOnly(half == 0 ? 8 : 20, 0)))
                      select new NewShift { Post = Posts[post].Code, Person = People[post][((2 * day) + half) % People[post].Length], BeginsAt = begins, EndsAt = begins.AddHours(12) }).ToList();
        var made = KeepRoster.Plan(writing, shifts, lead, city).Value;
        var ahead = made.Where(s => s.Post == "command" && s.BeginsAt > city.Now.AddDays(2)).Take(2).ToList();
        _ = SwapShifts.Ask(writing, new NewSwap { Shift = ahead[0].Id, For = ahead[1].Id, Words = "当天要参加防汛会商。" }, lead, city).Value;
        _ = KeepRoster.HandOver(writing, "water", "黄孝河泵站 2 号机组检修，今晚只有 3 台可开；其余正常。", lead, city.At(city.Now.AddHours(-3))).Value;
    }

    private void TellSupplies()
    {
        var catalogue = JsonSerializer.Deserialize<SupplyCatalogue>(File.ReadAllText(Path.Combine(folder, "supplies.json")), JournalBook.Json)!;
        _ = catalogue.Import(writing, city, Actor.System).Value;
        var today = city.Clock.Today;
        foreach (var (warehouse, item, quantity, days) in Brought)
        {
            _ = KeepStock.Bring(writing, new NewLot { Warehouse = warehouse, Item = item, Quantity = quantity, Expires = days is { } d ? today.AddDays(d) : null }, lead, city.At(city.Now.AddDays(-90))).Value;
        }

        foreach (var (item, quantity, territory, place, priority) in Wanted)
        {
            _ = RequestSupplies.Run(
                writing, new NewSupplyNeed { Item = item, Quantity = quantity, Territory = territory, Place = place, Priority = priority, Organization = "4201.swj" },
                lead, city.At(city.Now.AddMinutes(-40))).Value;
        }
    }

    private void TellAlert()
    {
        var sent = city.Now.AddHours(-1);
        _ = IssueAlert.Run(
            writing,
            new NewAlert
            {
                Organization = "4201.yjj", Status = CapStatus.Exercise, Category = "Met", Response = "Avoid", Urgency = "Expected", Severity = "Moderate", Certainty = "Likely",
                Onset = city.Now.AddHours(2), Expires = city.Now.AddDays(3), Territories = ["420102", "420103"],
                Chinese = new AlertWords
                {
                    Event = "暴雨", Headline = "江岸、江汉暴雨黄色预警", Description = "预计今夜两区一小时雨量 40–60 毫米，下穿通道和低洼路段可能积水。",
                    Instruction = "避开下穿通道和积水路面；住在半地下室的居民请准备撤离；被困请拨打 119。",
                },
                English = new AlertWords
                {
                    Event = "Rainstorm", Headline = "Yellow rainstorm warning for Jiang'an and Jianghan", Description = "40 to 60 mm of rain in an hour are expected tonight; underpasses and low roads may flood.",
                    Instruction = "Keep away from underpasses and flooded roads. If you live half below ground, be ready to leave. If you are trapped, call 119.",
                },
            },
            lead, city.At(sent), key).Value;
    }

    private void TellDrill()
    {
        var began = city.Clock.Instant(city.Clock.Today.AddDays(-21).ToDateTime(new TimeOnly(9, 30)));
        var drill = ActivatePlan.Run(
            writing, "flood", new NewActivation { Level = ResponseLevel.IV, Drill = true, Title = "汛前演练：解放大道下穿通道积水", Territory = "420102" }, lead, city.At(began)).Value.Activation;
        _ = ChangeLevel.Run(writing, drill.Id, ResponseLevel.III, "导演组投放：1 小时雨量 55 毫米", lead, city.At(began.AddMinutes(3))).Value;
        var opened = ActivationBook.Tasks(writing, drill.Id).ToDictionary(t => t.Task);
        foreach (var (at, act, matter) in Steps(opened).OrderBy(s => s.At))
        {
            _ = ActOnMatter.Run(writing, matter, new ActRequest { Act = act, Reason = act == Act.Resolve ? "演练动作完成，已报现场照片。" : null }, city.At(at).For(doer)).Value;
        }

        _ = WriteSituation.Run(writing, drill.Id, "下穿通道已封闭，公交绕行未到位；地下车库巡查还没有人签收。", lead, city.At(began.AddMinutes(60))).Value;
        _ = EndActivation.Run(writing, drill.Id, "科目完成，转入复盘。", lead, city.At(began.AddMinutes(125))).Value;
        _ = ConcludeReview.Run(
            writing, drill.Id,
            new NewConclusion { Words = "地下车库巡查任务改为区、街道双通道通知，夜间留人", Organization = "420102.zgj", DueDate = city.Clock.Today.AddDays(10) },
            lead, city.At(began.AddHours(6))).Value;
    }

    private static IEnumerable<(DateTimeOffset At, Act Act, long Matter)> Steps(Dictionary<string, OpenedTask> opened)
    {
        foreach (var (task, sign, finish) in Drilled)
        {
            if (sign is { } signed)
            {
                yield return (opened[task].OpenedAt.AddMinutes(signed), Act.Sign, opened[task].MatterId);
            }

            if (finish is { } finished)
            {
                yield return (opened[task].OpenedAt.AddMinutes(finished), Act.Resolve, opened[task].MatterId);
            }
        }
    }
}
