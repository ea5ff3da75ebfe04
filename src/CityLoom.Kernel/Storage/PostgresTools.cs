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
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said.Trim()}");
        }
    }
}
