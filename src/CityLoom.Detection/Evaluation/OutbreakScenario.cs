using System.Globalization;
using System.IO.Compression;

namespace CityLoom.Detection.Evaluation;

/// <summary>A simulated series without and with outbreaks, after Noufaily et al. (2013).</summary>
/// <param name="Scenario">Number of the scenario.</param>
/// <param name="Replicate">Number of the replicate.</param>
/// <param name="Quiet">Counts without outbreaks.</param>
/// <param name="Outbreaks">The same with past outbreaks and one current one.</param>
/// <param name="First">Position of the current outbreak's first week.</param>
/// <param name="Last">Position of its last week.</param>
public sealed record OutbreakScenario(int Scenario, int Replicate, double[] Quiet, double[] Outbreaks, int First, int Last)
{
    /// <summary>Reads <c>baseline.csv.gz</c> and <c>outbreaks.csv.gz</c> of a folder; every nth replicate.</summary>
    public static IEnumerable<OutbreakScenario> Read(string folder, int every = 1)
    {
        var outbreaks = Lines(Path.Combine(folder, "outbreaks.csv.gz")).Select(line => line.Split(','))
            .GroupBy(cells => (cells[0], cells[1])).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var cells in Lines(Path.Combine(folder, "baseline.csv.gz")).Select(line => line.Split(',')))
        {
            var replicate = Whole(cells[1]);
            if (replicate % every == 0)
            {
                yield return Build(Whole(cells[0]), replicate, cells[2], outbreaks[(cells[0], cells[1])]);
            }
        }
    }

    private static OutbreakScenario Build(int scenario, int replicate, string counts, string[][] outbreaks)
    {
        double[] quiet = [.. counts.Split(' ').Select(count => (double)Whole(count))];
        double[] loud = [.. quiet];
        var (first, last) = (0, 0);
        foreach (var outbreak in outbreaks)
        {
            var added = outbreak[7].Split(' ').Select(pair => pair.Split(':')).Select(pair => (Week: Whole(pair[0]) - 1, Cases: Whole(pair[1]))).ToArray();
            foreach (var (week, cases) in added)
            {
                loud[week] += cases;
            }
            if (outbreak[3] == "current")
            {
                (first, last) = (added.Min(pair => pair.Week), added.Max(pair => pair.Week));
            }
        }
        return new(scenario, replicate, quiet, loud, first, last);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
