using System.CommandLine;
using System.Globalization;
using CityLoom.City.Indicators;
using CityLoom.City.Trees;
using CityLoom.Hosting;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary><c>cityloom indicator</c>: what is measured, what was observed, what should be reached.</summary>
internal static class IndicatorVerb
{
    private static readonly Option<FileInfo?> Indicators = new("--indicators")
    {
        Description = "CSV: code,name,unit,direction,frequency[,english_name,english_unit,category_code,accumulation,aggregation,decimals,description,source]",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Targets = new("--targets")
    {
        Description = "CSV: code,indicator_code,territory_code,comparator,value,due,baseline_period,baseline,path[,points,directive,source]",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Observations = new("--observations")
    {
        Description = "CSV: code,territory_code,period,value[,source]; a value that differs from the known one becomes a revision",
        HelpName = "FILE",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("indicator", "指标与目标 / indicators: import what is measured, observed and aimed at, see how targets stand")
        {
            Import(terminal), Show(terminal), ExplainTarget.Create(terminal),
        };
        command.AddStore();
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var command = new Command("import", "Take in any of the three files, all of them or nothing; the same files again change nothing") { Indicators, Targets, Observations };
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            if (Read(terminal, call, database) is not { } files)
            {
                return ExitCodes.SomeRefused;
            }

            var counts = await database.WriteAsync(w => ImportIndicators.Run(w, files, TimeProvider.System.GetUtcNow(), Actor.System));
            var (added, revised, unchanged) = counts.Observations;
            terminal.Line($"指标 {counts.Indicators}、目标 {counts.Targets} 个有变；观测新增 {added}、修订 {revised}、未变 {unchanged} / "
                + $"{counts.Indicators} indicators and {counts.Targets} targets changed; observations: {added} added, {revised} revised, {unchanged} unchanged");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>All that was named; null when anything in it is wrong, after each fault was printed.</summary>
    private static IndicatorFiles? Read(Terminal terminal, ParseResult call, Database database)
    {
        var trees = database.Read(CityTreesBook.Load);
        var (sound, known) = (true, database.Read(IndicatorBook.All).ToDictionary(i => i.Code, StringComparer.Ordinal));
        IReadOnlyList<T>? Take<T>(Option<FileInfo?> option, Func<string, TextReader, Import<IReadOnlyList<T>>> read)
        {
            var taken = call.GetValue(option) is { } file ? ImportFiles.ReadText(terminal, file, text => read(file.Name, text)) : null;
            sound &= taken is not null || call.GetValue(option) is null;
            return taken;
        }

        var indicators = Take(Indicators, (name, text) => IndicatorImport.Read(name, text, trees.Categories));
        foreach (var indicator in indicators ?? [])
        {
            known[indicator.Code] = indicator;
        }

        var targets = Take(Targets, (name, text) => TargetImport.Read(name, text, known, trees.Territories));
        var observations = Take(Observations, (name, text) => ObservationImport.Read(name, text, known, trees.Territories));
        return sound ? new IndicatorFiles(indicators, targets, observations) : null;
    }

    private static Command Show(Terminal terminal)
    {
        var territory = new Option<string?>("--territory") { Description = "区划编码 / only within this territory", HelpName = "CODE" };
        var command = new Command("targets", "Print how each target stands today, behind first: status, actual, expected, code, territory") { territory };
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            var trees = database.Read(CityTreesBook.Load);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);
            foreach (var t in database.Read(s => StandingTarget.Find(s, new TargetFilter { Territory = call.GetValue(territory) }, trees.Territories, today)))
            {
                terminal.Line(string.Create(CultureInfo.InvariantCulture,
                    $"{t.Standing.Status}\t{t.Standing.Actual:0.##}\t{t.Standing.Expected:0.##}\t{t.Stored.Code}\t{t.Stored.Territory}\t{t.Indicator.Name}"));
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
