using System.Globalization;
using CityLoom.Detection.Cases;

namespace CityLoom.Oracles.Detection;

/// <summary>Runs a reference's cases in place and compares every cell of its result files with ours.</summary>
internal static class CaseComparison
{
    private const int Shown = 20;

    /// <summary>Fails with the first differing cells; a missing value must be missing on both sides.</summary>
    public static void Assert(string file, double tolerance, string cases = "cases.json", Func<ReferenceCase, string, bool>? ignored = null) =>
        Assert(Reference.Shared("surveillance-reference"), file, tolerance, cases, ignored);

    /// <summary>The same for another folder that is laid out like the reference's.</summary>
    public static void Assert(string folder, string file, double tolerance, string cases, Func<ReferenceCase, string, bool>? ignored)
    {
        var wanted = Read(File.ReadLines(Path.Combine(folder, "results", file + ".csv")));
        var given = Cases(Path.Combine(folder, cases));
        var got = Read(Run(folder, file, given.Values));
        Xunit.Assert.Equal(wanted.Headings, got.Headings);
        var differences = Differences(wanted, got, tolerance, (id, column) => ignored?.Invoke(given[id], column) ?? false).ToList();
        var byCase = differences.GroupBy(line => line.Split(' ')[0]).Select(group => $"{group.Key}: {group.Count()}");
        var report = string.Join('\n', differences.Take(Shown)) + "\nby case: " + string.Join(", ", byCase);
        Xunit.Assert.True(differences.Count == 0, $"{differences.Count} cells differ:\n{report}");
    }

    private static Dictionary<string, ReferenceCase> Cases(string file)
    {
        using var stream = File.OpenRead(file);
        return ReferenceCase.Read(stream).ToDictionary(item => item.Id);
    }

    private static IEnumerable<string> Run(string folder, string file, IEnumerable<ReferenceCase> cases)
    {
        var series = new SeriesFolder(Path.Combine(folder, "series"));
        var results = cases.SelectMany(item => CaseRun.Run(item, series) ?? []).Where(result => result.File == file).ToList();
        Xunit.Assert.NotEmpty(results);
        return results.SelectMany(result => result.Lines).Prepend(results[0].Columns);
    }

    private static IEnumerable<string> Differences(Cells wanted, Cells got, double tolerance, Func<string, string, bool> ignored)
    {
        foreach (var key in wanted.Rows.Keys.Concat(got.Rows.Keys.Where(key => !wanted.Rows.ContainsKey(key))))
        {
            if (!wanted.Rows.TryGetValue(key, out var left) || !got.Rows.TryGetValue(key, out var right))
            {
                yield return $"{key}: only in {(wanted.Rows.ContainsKey(key) ? "the reference" : "ours")}";
                continue;
            }
            for (var column = 0; column < left.Length; column++)
            {
                if (!Same(left[column], right[column], tolerance) && !ignored(left[0], wanted.Headings[column]))
                {
                    yield return $"{key} {wanted.Headings[column]}: reference {left[column]}, ours {right[column]}";
                }
            }
        }
    }

    private static bool Same(string left, string right, double tolerance)
    {
        if (left == right)
        {
            return true;
        }
        return double.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            && (Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b)) || Math.Abs(a - b) < 1e-300 || (Math.Abs(a) < 1 && Math.Abs(a - b) <= tolerance));
    }

    private static Cells Read(IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split(',')).ToList();
        return new(rows[0], rows.Skip(1).GroupBy(row => $"{row[0]} {row[1]}").ToDictionary(group => group.Key, group => group.First()));
    }

    private sealed record Cells(string[] Headings, Dictionary<string, string[]> Rows);
}
