using System.CommandLine;
using CityLoom.Emergency.Alerts;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary><c>cityloom alerts</c>: alerts of other senders, from the allowed feeds or from files, and what holds now.</summary>
internal static class AlertsVerb
{
    private static readonly Argument<FileInfo[]> Files = new("files") { Description = "CAP 1.2 文件 / messages", Arity = ArgumentArity.OneOrMore };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("alerts", $"预警信息 / alerts: list, import files, fetch the feeds that {FeedSettings.File} in the data folder allows")
        {
            List(terminal), Import(terminal), Fetch(terminal),
        };
        command.AddStore();
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "正在生效的预警 / what holds now");
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            foreach (var alert in opened.Database.Read(s => AlertBook.ActiveAt(s, opened.City.Now)))
            {
                terminal.Line($"{alert.Status} {alert.Severity} {CapTime.Write(alert.ExpiresAt, opened.City.Clock.Zone)} {alert.Sender} {alert.Headline}");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var command = new Command("import", "导入 CAP 文件 / take in messages from files; the same one again changes nothing") { Files };
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var refused = 0;
            foreach (var file in call.GetRequiredValue(Files))
            {
                var bytes = await File.ReadAllBytesAsync(file.FullName);
                var outcome = await opened.Database.WriteAsync(w => ReceiveAlert.Run(w, bytes, "import", null, Actor.System, opened.City));
                if (outcome.Is(out var done, out var refusal))
                {
                    terminal.Line($"{file.Name}: {(done.Now ? "taken" : "known")} {done.Alert.Signature} {done.Alert.Headline}");
                }
                else
                {
                    refused++;
                    terminal.Error($"{file.Name}: {refusal.Words} / {refusal.English}");
                }
            }

            return refused == 0 ? ExitCodes.Done : ExitCodes.SomeRefused;
        });
        return command;
    }

    private static Command Fetch(Terminal terminal)
    {
        var command = new Command("fetch", $"读取 {FeedSettings.File} 中的来源 / fetch the allowed feeds once, as the server does every five minutes");
        command.SetAction(async (call, cancel) =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            using var fetch = new FetchAlerts(opened.Database, opened.City);
            var fetched = await fetch.RunAsync(FeedSettings.Read(call.Store().Folder), cancel);
            foreach (var feed in fetched)
            {
                terminal.Line($"{feed.Name}: {feed.Taken} taken, {feed.Known} known");
                foreach (var fault in feed.Faults)
                {
                    terminal.Error($"{feed.Name}: {fault}");
                }
            }

            return fetched.Any(f => f.Faults.Count > 0) ? ExitCodes.SomeRefused : ExitCodes.Done;
        });
        return command;
    }
}
