using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CityLoom.Health.Counts;
using CityLoom.Health.Plans;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Totals;
using CityLoom.Health.Warnings;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary><c>cityloom health</c>: import streams, counts and the response plan, sweep a day, print the warnings.</summary>
internal static class HealthVerb
{
    private static readonly Option<FileInfo?> Streams = new("--streams")
    {
        Description = "CSV: code,condition,condition_name,source,source_name,rhythm[,condition_english,source_english,unit,english_unit,persons,method]", HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Counts = new("--counts")
    {
        Description = "CSV: stream,territory_code,period,count; a count that differs from the known one becomes a revision", HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Plan = new("--plan") { Description = "JSON: the response plan; see docs/health", HelpName = "FILE" };

    private static readonly Option<DateOnly?> Day = new("--day") { Description = "到哪一天 / up to which day, such as 2026-03-02; today when left out", HelpName = "DAY" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("health", "公共卫生 / health: streams of counts, the sweep, warnings") { Import(terminal), Sweep(terminal), List(terminal), Totals(terminal) };
        command.AddStore();
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var command = new Command("import", "Take in any of the files, each whole or not at all; the same files again change nothing") { Streams, Counts, Plan };
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            return await PutStreams(terminal, call, opened) && await PutPlan(terminal, call, opened) && await PutCounts(terminal, call, opened) ? ExitCodes.Done : ExitCodes.SomeRefused;
        });
        return command;
    }

    private static async Task<bool> PutStreams(Terminal terminal, ParseResult call, OpenedCity opened)
    {
        if (call.GetValue(Streams) is not { } file)
        {
            return true;
        }

        if (ImportFiles.ReadText(terminal, file, text => StreamFile.Read(file.Name, text)) is not { } streams)
        {
            return false;
        }

        var outcome = await opened.Database.WriteAsync(w => StreamBook.Put(w, streams, opened.City.Now, Actor.System));
        if (!outcome.Is(out var changed, out var refusal))
        {
            terminal.Error(refusal.Words + " " + refusal.English);
            return false;
        }

        terminal.Line($"数据流 {streams.Count} 条，{changed} 条有变 / {streams.Count} streams, {changed} changed");
        return true;
    }

    private static async Task<bool> PutPlan(Terminal terminal, ParseResult call, OpenedCity opened)
    {
        if (call.GetValue(Plan) is not { } file)
        {
            return true;
        }

        try
        {
            var plan = JsonSerializer.Deserialize<ResponsePlan>(await File.ReadAllTextAsync(file.FullName), JournalBook.Json) ?? new ResponsePlan();
            var outcome = await opened.Database.WriteAsync(w => FollowPlan.Put(w, plan, opened.City, Actor.System));
            terminal.Line(outcome.Is(out var changed, out var refusal) ? $"预案 {plan.Lines.Count} 条，{(changed ? "已更新" : "未变")} / {plan.Lines.Count} lines of plan, {(changed ? "put in force" : "unchanged")}" : refusal.Words + "\n" + refusal.English);
            return refusal is null;
        }
        catch (JsonException malformed)
        {
            terminal.Error($"{file.Name}: 不是预案文件 / this is no response plan: {malformed.Message}");
            return false;
        }
    }

    private static async Task<bool> PutCounts(Terminal terminal, ParseResult call, OpenedCity opened)
    {
        if (call.GetValue(Counts) is not { } file)
        {
            return true;
        }

        var streams = opened.Database.Read(StreamBook.All).ToDictionary(s => s.Code, StringComparer.Ordinal);
        if (ImportFiles.ReadText(terminal, file, text => CountFile.Read(file.Name, text, streams, opened.City.Territories, opened.City.Clock.Today)) is not { } values)
        {
            return false;
        }

        var counts = await opened.Database.WriteAsync(w => ReportCounts.Record(w, values, opened.City.Now, Actor.System));
        var (added, revised, unchanged) = counts;
        terminal.Line($"新增 {added}、修订 {revised}、未变 {unchanged} / {added} added, {revised} revised, {unchanged} unchanged");
        return true;
    }

    private static Command Totals(Terminal terminal)
    {
        var command = new Command("totals", "月合计入指标 / The months' totals of the streams as indicators, where they give away no small count; the same counts again change nothing");
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var (added, revised, unchanged) = await opened.Database.WriteAsync(w => PublishTotals.Run(w, opened.City));
            terminal.Line($"新增 {added}、修订 {revised}、未变 {unchanged} / {added} added, {revised} revised, {unchanged} unchanged");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Sweep(Terminal terminal)
    {
        var command = new Command("sweep", "Judge every series, fuse, raise and grow warnings; the same day again changes nothing") { Day };
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var outcome = await new RunSweep(opened.Database, opened.City, new TerritoryNeighbours()).CatchUpAsync(call.GetValue(Day) ?? opened.City.Clock.Today);
            if (!outcome.Is(out var swept, out var refusal))
            {
                return terminal.Refuse(refusal.Words + " " + refusal.English);
            }

            terminal.Line(string.Create(CultureInfo.InvariantCulture,
                $"{swept.Day:yyyy-MM-dd}\t{swept.Judged}/{swept.Series} 序列 series\t{swept.Raised} 发现 raised\t{swept.Opened} 新预警 opened\t{swept.Grown} 扩大 grown\t{swept.Changed} 改动 changed"));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("warnings", "Print the warnings that wait for somebody: level, stage, condition, place, opened, last seen");
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var warnings = opened.Database.Read(s => WarningBook.List(s, new WarningFilter(Open: true), 0, 1_000).Page);
            terminal.Table(
                ["级别 level", "阶段 stage", "病症 condition", "地点 place", "发现 opened", "最近 last seen", "编号 id"],
                [.. warnings.Select(w => new[]
                {
                    WarningWords.Of(w.LevelNow).ToString(), WarningWords.Of(w.Stage).ToString(), w.Condition, opened.City.Territories.Find(w.Territory)?.Name ?? w.Territory,
                    w.Opened.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), w.LastSeen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), w.Id.ToString(CultureInfo.InvariantCulture),
                })]);
            return ExitCodes.Done;
        });
        return command;
    }
}
