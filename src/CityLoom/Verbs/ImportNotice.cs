using System.CommandLine;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
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
        var preview = new Option<bool>("--preview") { Description = "只看会改动什么，不导入 / say what it would move, and change nothing" };
        command.Add(preview);
        command.AddStore();
        command.SetAction((call, cancel) => RunAsync(terminal, call.GetRequiredValue(file), (call.Store(), call.GetValue(preview)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, FileInfo file, (StorageOptions Store, bool Preview) how, CancellationToken cancel)
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

        return problems.Count > 0 ? ExitCodes.SomeRefused
            : how.Preview ? await LookAsync(terminal, days, how.Store)
            : await TakeAsync(terminal, days, how.Store, cancel);
    }

    private static async Task<int> LookAsync(Terminal terminal, IReadOnlyList<CalendarException> days, StorageOptions store)
    {
        await using var opened = await OpenedCity.AtAsync(store);
        var p = opened.Database.Read(s => PreviewNotice.Run(s, days, opened.City));
        terminal.Line($"新定或改动 {p.Days} 天；{p.Looked} 个在办事项中 {p.Later} 个推后、{p.Earlier} 个提前、{p.Settled} 个确定 / "
            + $"{p.Days} days; of {p.Looked} due dates {p.Later} later, {p.Earlier} earlier, {p.Settled} become final");
        return ExitCodes.Done;
    }

    private static async Task<int> TakeAsync(Terminal terminal, IReadOnlyList<CalendarException> days, StorageOptions store, CancellationToken cancel)
    {
        await using var opened = await OpenedCity.AtAsync(store);
        var taken = await opened.Database.WriteAsync(w => CalendarBook.Import(w, days, opened.City.Now, Actor.System));
        var changed = await ReckonClocks.RunAsync(opened.Database, opened.Calendar, () => opened.City.For(null), cancel);
        terminal.Line(taken == 0
            ? "日历已是如此，未作改动 / the calendar said so already; nothing changed"
            : $"已导入 {taken} 天，重算 {changed} 个在办事项的时限 / {taken} days imported, the clocks of {changed} open matters moved");
        return ExitCodes.Done;
    }
}
