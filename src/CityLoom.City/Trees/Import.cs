using CityLoom.Kernel;

namespace CityLoom.City.Trees;

/// <summary>What came of reading a file: either the whole of it or the reasons why nothing was taken.</summary>
/// <typeparam name="T">What the file holds.</typeparam>
/// <param name="Value">All that was read; null when there is any fault.</param>
/// <param name="Faults">Every fault found, in the order of the file.</param>
/// <param name="Notes">What was mended or is worth a look; the value is good all the same.</param>
public sealed record Import<T>(T? Value, IReadOnlyList<ImportFault> Faults, IReadOnlyList<ImportFault> Notes)
    where T : class
{
    private const int Shown = 20;

    /// <summary>The value, or one refusal that names the first faults.</summary>
    public Outcome<T> AsOutcome()
    {
        if (Value is not null)
        {
            return Value;
        }

        var more = Faults.Count > Shown ? $"\n… {Faults.Count - Shown} more" : "";
        return new Refusal(
            Faults[0].Code,
            $"未导入任何数据，共 {Faults.Count} 处错误：\n" + string.Join('\n', Faults.Take(Shown).Select(f => f.At + f.Words)) + more,
            $"Nothing was imported; {Faults.Count} faults:\n" + string.Join('\n', Faults.Take(Shown).Select(f => f.At + f.English)) + more,
            400);
    }
}

/// <summary>Makes what an import returns.</summary>
internal static class Import
{
    /// <summary>Nothing taken.</summary>
    public static Import<T> Refused<T>(IReadOnlyList<ImportFault> faults)
        where T : class => new(null, faults, []);

    /// <summary>All taken.</summary>
    public static Import<T> Taken<T>(T value, IReadOnlyList<ImportFault>? notes = null)
        where T : class => new(value, [], notes ?? []);
}
