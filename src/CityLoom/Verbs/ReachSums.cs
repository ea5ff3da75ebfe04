using CityLoom.Reach.Hierarchies;
using CityLoom.Reach.Roads;
using CityLoom.Reach.Search;
using CityLoom.Reach.Tables;

namespace CityLoom.Verbs;

/// <summary>Writes each start with how much it reaches.</summary>
internal sealed class ReachSums(Terminal terminal, TravelTimes times)
{
    public int Run(FileInfo sourceFile, FileInfo? targetFile, int? limit, string path)
    {
        var table = RoadInput.Table(sourceFile);
        var sources = RoadInput.Nodes(times.Network, sourceFile, table);
        var targets = targetFile is null ? [] : RoadInput.Nodes(times.Network, targetFile, RoadInput.Table(targetFile));
        var tallies = limit is { } most ? ReachTally.Of(times, sources, most) : [];
        var (sums, missing) = targetFile is null ? ([], 0) : Sums(sources, targets);
        RoadInput.Write(terminal, path, writer =>
        {
            writer.WriteLine(Row(table.Header, limit is null ? [] : ["count", "sum"], targetFile is null ? [] : ["sum_to_targets"]));
            for (var i = 0; i < sources.Length; i++)
            {
                object[] counted = limit is null ? [] : [tallies[i].Count, tallies[i].Sum];
                object[] summed = targetFile is null ? [] : [sums[i]];
                writer.WriteLine(Row(table.Rows[i].Fields, counted, summed));
            }
        });
        if (missing > 0)
        {
            terminal.Error($"{missing} 对起点与目标不通，未计入 / {missing} pairs of start and target have no way between them and are left out");
        }
        return ExitCodes.Done;
    }

    private (long[] Sums, int Missing) Sums(int[] sources, int[] targets)
    {
        var (matrix, sums, missing) = (HierarchyMatrix.Quickest(times, sources, targets), new long[sources.Length], 0);
        for (var i = 0; i < sources.Length; i++)
        {
            for (var j = 0; j < targets.Length; j++)
            {
                var time = matrix[i, j];
                (sums[i], missing) = time < 0 ? (sums[i], missing + 1) : (sums[i] + time, missing);
            }
        }
        return (sums, missing);
    }

    private static string Row(IEnumerable<string> fields, object[] counted, object[] summed) =>
        string.Join(',', fields.Select(CsvTable.Quoted).Concat(counted.Concat(summed).Select(number => FormattableString.Invariant($"{number}"))));
}
