using System.Diagnostics;

namespace CityLoom.Tests.Reading.Verb;

/// <summary>Runs the executable as a user would.</summary>
internal static class CityLoomProcess
{
    public sealed record Result(int ExitCode, string Output, string Errors);

    public static Result Run(string[] arguments, byte[]? input = null, string? path = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cityloom.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.FileName = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input ?? []);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "cityloom did not end");
        return new Result(process.ExitCode, output.Result, errors.Result);
    }
}
