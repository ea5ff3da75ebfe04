using System.Diagnostics;
using System.Reflection;

namespace CityLoom.Tests.Support;

/// <summary>What a finished program left: its exit code (0 is success) and what it wrote.</summary>
public sealed record Finished(int ExitCode, string Output, string Errors);

/// <summary>Runs programs to their end, first of all the <c>cityloom</c> that this build made.</summary>
public static class Programs
{
    /// <summary>The assembly of the executable, from the same configuration as the tests.</summary>
    public static string Cityloom { get; } = Path.Combine(
        Repository.Root, "src", "CityLoom", "bin", Configuration, "net10.0", "cityloom.dll");

    private static string Configuration =>
        typeof(Programs).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Release";

    /// <summary>Runs one verb, such as <c>journal verify --data DIR</c>, as a person at a terminal would.</summary>
    public static Task<Finished> RunCityloom(params string[] arguments) => Run("dotnet", [Cityloom, .. arguments]);

    /// <summary>Whether the executable has the verb <c>serve</c>; tests that need it are skipped until it has.</summary>
    public static async Task<bool> CanServe() =>
        (await RunCityloom("serve", "--help")).Output.Contains("--urls", StringComparison.Ordinal);

    /// <summary>Runs a program without standard input in <paramref name="folder"/> (the current one when null).</summary>
    public static async Task<Finished> Run(string program, string[] arguments, string? folder = null)
    {
        using var process = Process.Start(Quiet(program, arguments, folder))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Finished(process.ExitCode, await output, await errors);
    }

    /// <summary>How to start a program whose streams we hold.</summary>
    internal static ProcessStartInfo Quiet(string program, string[] arguments, string? folder = null) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder ?? Repository.Root,
    };
}
