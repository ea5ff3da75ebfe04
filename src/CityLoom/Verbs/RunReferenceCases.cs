using System.Text.Json;
using CityLoom.Detection.Cases;
using CityLoom.Detection.Settings;

namespace CityLoom.Verbs;

/// <summary>Runs a reference's case file and writes its result files with the reference's columns.</summary>
internal sealed class RunReferenceCases(Terminal terminal)
{
    private readonly Dictionary<string, StreamWriter> _files = [];
    private bool _refused;

    public int Run(FileInfo file, DirectoryInfo? series, DirectoryInfo? output)
    {
        if (output is null)
        {
            return terminal.Refuse("--cases 需要 --out / --cases needs --out DIR", ExitCodes.WrongUsage);
        }
        try
        {
            output.Create();
            return Cases(file, series, output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return terminal.Refuse($"{file.Name}: {e.Message}");
        }
    }

    private int Cases(FileInfo file, DirectoryInfo? series, DirectoryInfo output)
    {
        if (series is null)
        {
            return terminal.Refuse("这类用例需要 --series / these cases need --series DIR", ExitCodes.WrongUsage);
        }
        using var stream = file.OpenRead();
        var cases = ReferenceCase.Read(stream);
        var folder = new SeriesFolder(series.FullName);
        terminal.Progress("用例 / cases", cases.Count, step =>
        {
            foreach (var one in cases)
            {
                Write(one, folder, output);
                step();
            }
        });
        foreach (var writer in _files.Values)
        {
            writer.Dispose();
        }
        return _refused ? ExitCodes.SomeRefused : ExitCodes.Done;
    }

    private void Write(ReferenceCase one, SeriesFolder folder, DirectoryInfo output)
    {
        try
        {
            foreach (var result in CaseRun.Run(one, folder) ?? throw new SettingsException($"没有方法 / there is no method {one.Method}"))
            {
                var writer = Writer(result, output);
                foreach (var line in result.Lines)
                {
                    writer.WriteLine(line);
                }
            }
        }
        catch (Exception e) when (e is SettingsException or FormatException or IOException or ArgumentOutOfRangeException)
        {
            _refused = true;
            terminal.Error($"{one.Id}: {e.Message}");
        }
    }

    private StreamWriter Writer(CaseResult result, DirectoryInfo output)
    {
        if (!_files.TryGetValue(result.File, out var writer))
        {
            writer = new StreamWriter(Path.Combine(output.FullName, result.File + ".csv"));
            writer.WriteLine(result.Columns);
            _files[result.File] = writer;
        }
        return writer;
    }
}
