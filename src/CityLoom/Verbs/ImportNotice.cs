using System.CommandLine;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Hosting;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary><c>cityloom calendar import</c>: takes a yearly notice into a city and reckons its open clocks anew.</summary>
internal static class ImportNotice
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV: date,working,kind" };
        var command = new Command("import", """
            导入节假日通知并重算受影响的在办时限
              Takes a notice into the city and reckons every open clock that it moves; the same notice again changes nothing.
              A running server does the same for clocks started meanwhile, within a minute.
            """) { file };
        command.AddStore();
        command.SetAction((call, cancel) => RunAsync(terminal, call.GetRequiredValue(file), call.Store(), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, FileInfo file, StorageOptions store, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            return terminal.Refuse($"{file.Name}: 文件不存在 / there is no such file");
        }

        using var text = file.OpenText();
        var (days, problems) = CalendarFile.Read(text);
        foreach (var problem in problems)
        {
            terminal.Error($"{file.Name}: {problem}");
        }

        return problems.Count == 0 ? await TakeAsync(terminal, days, store, cancel) : ExitCodes.SomeRefused;
    }

    private static async Task<int> TakeAsync(Terminal terminal, IReadOnlyList<CalendarException> days, StorageOptions store, CancellationToken cancel)
    {
        await using var database = await CityHost.OpenAsync(store);
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var calendar = new CalendarBook(database, clock);
        var city = new CityContext(clock, new CityTreesBook(database, TimeProvider.System), calendar);
        var taken = await database.WriteAsync(w => CalendarBook.Import(w, days, clock.Now, Actor.System));
        var changed = await ReckonClocks.RunAsync(database, calendar, () => city.For(null), cancel);
        terminal.Line(taken == 0
            ? "日历已是如此，未作改动 / the calendar said so already; nothing changed"
            : $"已导入 {taken} 天，重算 {changed} 个在办事项的时限 / {taken} days imported, the clocks of {changed} open matters moved");
        return ExitCodes.Done;
    }
}
