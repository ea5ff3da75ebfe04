using System.Globalization;
using CityLoom.Detection.Evaluation;
using CityLoom.Detection.Series;

namespace CityLoom.Verbs;

/// <summary>Compares the detectors on simulated outbreaks and prints a table for the docs.</summary>
internal sealed class EvaluateDetectors(Terminal terminal)
{
    /// <summary>The rate at which all are compared: that of the reference's Noufaily settings at alpha 0.005.</summary>
    private const double CommonRate = 0.0078;

    /// <param name="folder">The simulated series.</param>
    /// <param name="every">Only every nth replicate; 1 for all.</param>
    /// <param name="without">Leaves out every nth replicate; null leaves out none.</param>
    public int Run(DirectoryInfo folder, int every, int? without)
    {
        if (!File.Exists(Path.Combine(folder.FullName, "baseline.csv.gz")) || every < 1 || without < 2)
        {
            return terminal.Refuse($"{folder.Name}: 没有 baseline.csv.gz / holds no baseline.csv.gz; --every is at least 1, --without at least 2", ExitCodes.WrongUsage);
        }
        var qualities = Judge([.. OutbreakScenario.Read(folder.FullName, every).Where(s => without is null || s.Replicate % without != 0)]);
        terminal.Line($"| 方法 / detector | 误报率 / false alarms a week | 检出率 / detected | 首周 / first week | 延迟(周) / delay, weeks | 误报率 {CommonRate} 时 / detected at {CommonRate} |");
        terminal.Line("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (label, quality) in Contestants.Labels.Zip(qualities))
        {
            terminal.Line($"| {label} | {Text(quality.FalseAlarmRate, "F4")} | {Text(quality.Detection, "F3")} | "
                + $"{Text(quality.DetectedAtOnce / (double)quality.Series, "F3")} | {Text(quality.Delay / (double)quality.Detected, "F2")} | "
                + $"{Text(quality.DetectionAt(CommonRate), "F3")} |");
        }
        terminal.Line("| R surveillance 1.20.3, Noufaily, alpha 0.005 | 0.0078 | 0.436 | | | 0.436 |");
        return ExitCodes.Done;
    }

    private DetectorQuality[] Judge(OutbreakScenario[] scenarios)
    {
        var total = Contestants.Labels.Select(_ => new DetectorQuality()).ToArray();
        terminal.Progress("模拟序列 / simulated series", scenarios.Length, step => Parallel.ForEach(
            scenarios,
            () => (Detectors: Contestants.Create(), Qualities: Contestants.Labels.Select(_ => new DetectorQuality()).ToArray()),
            (scenario, _, own) =>
            {
                for (var i = 0; i < own.Detectors.Length; i++)
                {
                    own.Qualities[i].Add(scenario, own.Detectors[i]);
                }
                step();
                return own;
            },
            own =>
            {
                lock (total)
                {
                    for (var i = 0; i < total.Length; i++)
                    {
                        total[i].Add(own.Qualities[i]);
                    }
                }
            }));
        return total;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
