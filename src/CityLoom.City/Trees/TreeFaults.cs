namespace CityLoom.City.Trees;

/// <summary>Finds what would keep rows of a file from becoming a tree.</summary>
internal static class TreeFaults
{
    /// <summary>Codes given twice, parents that are nowhere, cycles. Each row comes with the line it stands on.</summary>
    /// <param name="source">Name of the file.</param>
    /// <param name="kind">First part of the faults' codes, such as <c>territory</c>.</param>
    /// <param name="rows">The nodes with their lines.</param>
    public static IEnumerable<ImportFault> Of<T>(string source, string kind, IReadOnlyList<(T Node, int Line)> rows)
        where T : class, ITreeNode
    {
        var first = new Dictionary<string, (T Node, int Line)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!first.TryAdd(row.Node.Code, row))
            {
                var line = first[row.Node.Code].Line;
                yield return new ImportFault(
                    source, row.Line, $"{kind}.duplicate-code",
                    $"编码 {row.Node.Code} 重复，第 {line} 行已有；请删去其中一行或改正编码。",
                    $"Code {row.Node.Code} occurs twice, first on line {line}; delete one of the lines or correct the code.");
            }
        }

        foreach (var (node, line) in rows)
        {
            if (node.ParentCode is { } parent && !first.ContainsKey(parent))
            {
                yield return new ImportFault(
                    source, line, $"{kind}.unknown-parent",
                    $"{node.Code} 的上级编码 {parent} 在文件中不存在；请补上该行或改正上级编码。",
                    $"The parent {parent} of {node.Code} is not in the file; add its line or correct the parent.");
            }
        }

        foreach (var (node, line) in rows.Where(r => IsOnCycle(r.Node, first)))
        {
            yield return new ImportFault(
                source, line, $"{kind}.cycle",
                $"{node.Code} 沿上级编码又回到自身，成为循环；请改正其中一个上级编码。",
                $"{node.Code} comes back to itself along its parents; correct one of the parents on the circle.");
        }
    }

    private static bool IsOnCycle<T>(T start, Dictionary<string, (T Node, int Line)> rows)
        where T : class, ITreeNode
    {
        var steps = 0;
        var code = start.ParentCode;
        while (code is not null && rows.TryGetValue(code, out var above) && steps++ <= rows.Count)
        {
            if (above.Node.Code == start.Code)
            {
                return true;
            }

            code = above.Node.ParentCode;
        }

        return false;
    }
}
