using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CityLoom.Benchmarks;

/// <summary>Runs the peer's segmentation in Node.js, fetching its npm packages by the lock file the first time.</summary>
internal static class Segmenter
{
    /// <summary>The rate, or null where Node.js or its packages are not to be had.</summary>
    public static ReadingRate? Measure(string[] files, double seconds)
    {
        var folder = Path.Combine(BenchmarkFolders.Repository, "benchmarks");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")) && Run(folder, "npm", ["ci"]) is null)
        {
            return null;
        }
        if (Run(folder, "node", ["segment.mjs", seconds.ToString(CultureInfo.InvariantCulture), .. files]) is not { } printed)
        {
            return null;
        }
        using var json = JsonDocument.Parse(printed);
        double Of(string name) => json.RootElement.GetProperty(name).GetDouble();
        return ReadingRate.Of(Of("documents"), Of("seconds"), Of("processorSeconds"));
    }

    private static string? Run(string folder, string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? printed : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
