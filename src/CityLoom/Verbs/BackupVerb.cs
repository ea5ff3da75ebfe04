using System.CommandLine;
using CityLoom.Hosting;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary><c>cityloom backup</c>: the whole city in one file, taken while it runs.</summary>
internal static class BackupVerb
{
    private static readonly Argument<FileInfo> BackupFile = new("file") { Description = "the backup, a .zip file" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("backup", "Copy database, evidence files and keys into one file while the city goes on working") { BackupFile };
        command.AddStore();
        command.SetAction(async call =>
        {
            if (call.ExistingStore(terminal) is not { } store)
            {
                return ExitCodes.SomeRefused;
            }

            await using var database = await CityHost.OpenAsync(store);
            var size = Backup.Make(database, store, call.GetRequiredValue(BackupFile).FullName);
            terminal.Line($"Backed up {size / 1024.0 / 1024.0:0.0} MB to {call.GetRequiredValue(BackupFile).FullName}");
            return ExitCodes.Done;
        });
        return command;
    }
}
