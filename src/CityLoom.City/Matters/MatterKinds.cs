using System.Collections.Frozen;
using System.Text.Json;
using CityLoom.Kernel.Journal;

namespace CityLoom.City.Matters;

/// <summary>The kinds of matter that a city knows, read from <c>matter-kinds.json</c>.</summary>
public static class MatterKinds
{
    /// <summary>All kinds in the order of the file.</summary>
    public static IReadOnlyList<MatterKind> All { get; } = Load();

    private static readonly FrozenDictionary<string, MatterKind> ByCode = All.ToFrozenDictionary(k => k.Code);

    /// <summary>The condition on the rows of matters that figures count: not those of a kind that is only practice.</summary>
    internal static string CountedCondition { get; } = $"kind not in ({string.Join(", ", All.Where(k => !k.Counted).Select(k => $"'{k.Code}'"))})";

    /// <summary>The kind with this code, or null.</summary>
    public static MatterKind? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The kind with this code; asking for one that does not exist is a bug.</summary>
    public static MatterKind Of(string code) => ByCode[code];

    private static List<MatterKind> Load()
    {
        using var stream = typeof(MatterKinds).Assembly.GetManifestResourceStream("matter-kinds.json")!;
        var kinds = JsonSerializer.Deserialize<List<MatterKind>>(stream, JournalBook.Json)!;
        foreach (var kind in kinds)
        {
            if (MatterKind.Required.Except(kind.Steps).Any())
            {
                throw new InvalidDataException($"matter-kinds.json: {kind.Code} lacks {string.Join(", ", MatterKind.Required.Except(kind.Steps))}.");
            }
        }

        return kinds;
    }
}
