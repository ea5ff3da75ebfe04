using System.Text.Json;
using CityLoom.City.Trees;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Stations;

/// <summary>What an import changed.</summary>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that got a new version.</param>
/// <param name="Retired">Rows that are no longer in force.</param>
/// <param name="Same">Rows that were so already.</param>
public sealed record RegisterCounts(int Added, int Changed, int Retired, int Same);

/// <summary>Keeps the registers: a row is never overwritten, it ends and another begins; the journal holds the digest of what is in force.</summary>
public static class RegisterBook
{
    /// <summary>The name under which the registers stand in the journal; which of them is told by the number of its kind.</summary>
    public const string Subject = "emergency-register";

    /// <summary>The rows of each register, those no longer in force too.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [new RowSet("emergency_register", $"case kind {string.Join(' ', Enum.GetValues<RegisterKind>().Select(k => $"when '{k}' then {k:d}"))} end", "id, kind, code, version, content, since, until")]);

    /// <summary>The rows in force, by code.</summary>
    public static List<T> Present<T>(Session session, RegisterKind kind)
        where T : IRegistered =>
        Rows(session, kind).ConvertAll(r => JsonSerializer.Deserialize<T>(r.Content, JournalBook.Json)!);

    /// <summary>How often any register was changed, as the journal tells.</summary>
    public static long Version(Session session) =>
        session.Value<long>("select coalesce(sum(n), 0) from (select max(seq) as n from journal where subject = @Subject group by subject_id) as chains", new { Subject });

    /// <summary>Puts a whole register in the place of the present one.</summary>
    internal static RegisterCounts Replace<T>(Writing writing, RegisterKind kind, IReadOnlyList<T> rows, DateTimeOffset at, Actor by)
        where T : IRegistered
    {
        var present = Rows(writing, kind).ToDictionary(r => r.Code, StringComparer.Ordinal);
        var last = LastVersions(writing, kind);
        var wanted = rows.ToDictionary(r => r.Code, r => JsonSerializer.Serialize(r, JournalBook.Json), StringComparer.Ordinal);
        var ended = present.Values.Where(r => wanted.GetValueOrDefault(r.Code) != r.Content).ToList();
        foreach (var row in ended)
        {
            writing.Execute("update emergency_register set until = @at where id = @Id", new { at, row.Id });
        }

        var begun = wanted.Where(w => present.GetValueOrDefault(w.Key)?.Content != w.Value).ToList();
        foreach (var chunk in begun.Chunk(100))
        {
            Insert(writing, kind, chunk.Select(c => (c.Key, last.GetValueOrDefault(c.Key) + 1, c.Value)).ToList(), at);
        }

        var changed = begun.Count(b => present.ContainsKey(b.Key));
        var counts = new RegisterCounts(begun.Count - changed, changed, ended.Count - changed, wanted.Count - begun.Count);
        if (begun.Count + ended.Count > 0)
        {
            Kept.Append(writing, (long)kind, at, by, "imported", new { kind, counts, rows = wanted.Count });
        }

        return counts;
    }

    internal static List<RegisterRow> Rows(Session session, RegisterKind kind) => session.Rows<RegisterRow>(
        "select id, code, version, content from emergency_register where kind = @kind and until is null order by code", new { kind = kind.ToString() });

    private static Dictionary<string, int> LastVersions(Session session, RegisterKind kind) => session.Rows<RegisterRow>(
        "select code, max(version) as version from emergency_register where kind = @kind group by code", new { kind = kind.ToString() })
        .ToDictionary(r => r.Code, r => r.Version, StringComparer.Ordinal);

    private static void Insert(Writing writing, RegisterKind kind, List<(string Code, int Version, string Content)> rows, DateTimeOffset at)
    {
        var values = new Dapper.DynamicParameters(new { kind = kind.ToString(), at });
        var lines = new List<string>();
        foreach (var (code, version, content) in rows)
        {
            var n = lines.Count;
            values.Add($"c{n}", code);
            values.Add($"v{n}", version);
            values.Add($"r{n}", content);
            lines.Add($"(@kind, @c{n}, @v{n}, @r{n}, @at)");
        }

        writing.Execute($"insert into emergency_register (kind, code, version, content, since) values {string.Join(", ", lines)}", values);
    }
}

/// <summary>A row of a register as it is stored.</summary>
internal sealed record RegisterRow
{
    public long Id { get; init; }

    public string Code { get; init; } = "";

    public int Version { get; init; }

    public string Content { get; init; } = "";
}
