using System.Text.Json;
using CityLoom.Detection;
using CityLoom.Detection.Input;
using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Verbs;

/// <summary>Runs a detector over files of counts, one series in memory at a time.</summary>
internal sealed class DetectCounts(Terminal terminal, DetectRequest request)
{
    private bool _refused;
    private long _judged;
    private long _alarms;

    public int Run(string[] names)
    {
        if (names.Length == 0)
        {
            return terminal.Refuse("请给出文件或 --cases / name a FILE, or give --cases; see cityloom detect --help", ExitCodes.WrongUsage);
        }
        try
        {
            var detector = Detectors.Create(request.Method, Settings());
            using var findings = FindingWriter.For(terminal, request);
            Files(names, detector, findings);
        }
        catch (SettingsException wrong)
        {
            return terminal.Refuse(wrong.Message, ExitCodes.WrongUsage);
        }
        terminal.Error($"判断 {_judged} 期，报警 {_alarms} 次 / {_judged} periods judged, {_alarms} alarms");
        return _refused ? ExitCodes.SomeRefused : ExitCodes.Done;
    }

    private DetectorSettings Settings()
    {
        if (request.Settings is not { } file)
        {
            return DetectorSettings.None(request.Method);
        }
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            return new DetectorSettings(request.Method, json.RootElement.Clone());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SettingsException($"{file.Name}: 无法读取设置 / the settings cannot be read: {e.Message}");
        }
    }

    private void Files(string[] names, IDetector detector, FindingWriter findings)
    {
        var progress = terminal.Counting("序列 / series");
        var series = 0L;
        foreach (var name in names.SelectMany(Expand))
        {
            try
            {
                using var text = name == "-" ? Console.In : new StreamReader(name);
                var table = new CountTable(Path.GetFileNameWithoutExtension(name), request.PeriodsPerYear, (line, words) => Report(name, line, words));
                foreach (var one in table.Read(text))
                {
                    Judge(one, detector, findings);
                    progress?.Invoke(++series);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Report(name, 0, $"文件打不开 / the file cannot be opened: {e.Message}");
            }
        }
    }

    private static IEnumerable<string> Expand(string name) => Directory.Exists(name)
        ? Directory.EnumerateFiles(name, "*.csv").Order(StringComparer.Ordinal)
        : [name];

    private void Judge(CountSeries series, IDetector detector, FindingWriter findings)
    {
        var earliest = detector.Earliest(series);
        if (earliest >= series.Length)
        {
            Report(series.Name, 0, $"历史太短 / the history is too short: {series.Length} periods, none can be judged with {request.Method}");
            return;
        }
        var first = request.Last is { } last ? Math.Max(earliest, series.Length - last) : earliest;
        var found = new Finding[series.Length - first];
        detector.Watch(series, first, found);
        findings.Write(series, found);
        _judged += found.Length;
        _alarms += found.Count(finding => finding.Alarm);
    }

    private void Report(string name, long line, string words)
    {
        _refused = true;
        terminal.Error(line > 0 ? $"{name}:{line}: {words}" : $"{name}: {words}");
    }
}
