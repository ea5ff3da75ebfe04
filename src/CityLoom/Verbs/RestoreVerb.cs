using System.CommandLine;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary><c>cityloom restore</c>: puts a backup back.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<FileInfo> BackupFile = new("file") { Description = "the backup, a .zip file" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("restore", "Put a backup back: into a data folder without a city, or into an empty PostgreSQL database") { BackupFile };
        command.AddStore();
        command.SetAction(call =>
        {
            var refusal = Backup.Restore(call.GetRequiredValue(BackupFile).FullName, call.Store());
            if (refusal is not null)
            {
                return terminal.Refuse(refusal.English, ExitCodes.SomeRefused);
            }

            terminal.Line("Restored; verify it with `cityloom journal verify`.");
            return ExitCodes.Done;
        });
        return command;
    }
}
