using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace CityLoom.Kernel.Storage;

/// <summary>PostgreSQL's own programs for backup and restore, run with the password in the environment and never on the command line.</summary>
internal static class PostgresTools
{
    public static void Dump(string connectionString, string file) =>
        Run("pg_dump", connectionString, ["--format=custom", "--no-owner", "--file", file]);

    public static void Restore(string connectionString, string file) =>
        Run("pg_restore", connectionString, ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", "--dbname",
            new NpgsqlConnectionStringBuilder(connectionString).Database!, file]);

    private static void Run(string program, string connectionString, string[] arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGDATABASE"] = to.Database;
        using var process = Begin(start, program);
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new IOException($"{program} ended with {process.ExitCode}: {said.Trim()}");
        }
    }

    private static Process Begin(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new IOException($"{program} cannot be run ({missing.Message}); install PostgreSQL's client programs, on Debian the package postgresql-client.", missing);
        }
    }
}
