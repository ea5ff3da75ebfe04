namespace CityLoom.Tests.Support;

/// <summary>PostgreSQL's own programs on this machine, run as a user that the server accepts (it refuses root).</summary>
internal static class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";
    private const string Account = "postgres";

    private static readonly string? Folder = Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    /// <summary>Why no server can be started here, in words for a skipped test; null when one can.</summary>
    public static string? Missing =>
        Folder is null ? "PostgreSQL's server programs (initdb, postgres) are not installed; Debian's package postgresql has them."
        : Environment.IsPrivilegedProcess && !HasAccount() ? $"PostgreSQL refuses to run as root and there is no account {Account}."
        : null;

    /// <summary>Hands a folder to the account that the server runs as.</summary>
    public static Task Own(string folder) =>
        Environment.IsPrivilegedProcess ? Check("chown", [$"{Account}:", folder], folder) : Task.CompletedTask;

    /// <summary>Runs one of the programs in a folder and returns when it has succeeded.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public static Task Run(string folder, string program, params string[] arguments)
    {
        var path = Path.Combine(Folder!, program);
        return Environment.IsPrivilegedProcess
            ? Check("setpriv", [$"--reuid={Account}", $"--regid={Account}", "--init-groups", path, .. arguments], folder)
            : Check(path, arguments, folder);
    }

    private static async Task Check(string program, string[] arguments, string folder)
    {
        var finished = await Programs.Run(program, arguments, folder);
        if (finished.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {finished.Output}{finished.Errors}");
        }
    }

    private static IEnumerable<string> Candidates()
    {
        var debian = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return debian.OrderDescending().Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool HasAccount() => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(Account + ":", StringComparison.Ordinal));
}
