using System.Text.Json;
using CityLoom.Detection.Cases;
using CityLoom.Detection.Settings;

namespace CityLoom.Verbs;

/// <summary>Runs a reference's cases on series and writes their result files with the reference's columns.</summary>
internal sealed class RunReferenceCases(Terminal terminal)
{
    private readonly Dictionary<string, StreamWriter> _files = [];
    private bool _refused;

    public int Run(IReadOnlyList<FileInfo> files, DirectoryInfo series, DirectoryInfo output)
    {
        try
        {
            output.Create();
            Write(files.SelectMany(Read).ToList(), new SeriesFolder(series.FullName), output);
            return _refused ? ExitCodes.SomeRefused : ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return terminal.Refuse(e.Message);
        }
        finally
        {
            foreach (var writer in _files.Values)
            {
                writer.Dispose();
            }
        }
    }

    private static IReadOnlyList<ReferenceCase> Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            return ReferenceCase.Read(stream);
        }
        catch (JsonException wrong)
        {
            throw new JsonException($"{file.Name}: {wrong.Message}", wrong);
        }
    }

    private void Write(List<ReferenceCase> cases, SeriesFolder folder, DirectoryInfo output) => terminal.Progress("用例 / cases", cases.Count, step =>
    {
        foreach (var one in cases)
        {
            Write(one, folder, output);
            step();
        }
    });

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
