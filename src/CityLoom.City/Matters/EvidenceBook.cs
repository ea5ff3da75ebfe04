using CityLoom.Kernel;
using CityLoom.Kernel.Files;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>A file that shows what was done.</summary>
public sealed record Evidence
{
    /// <summary>Content hash of the file.</summary>
    public string File { get; init; } = "";

    /// <summary>Its name as it was given.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it shows.</summary>
    public string? Note { get; init; }

    /// <summary>When it was added, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>For which organization.</summary>
    public string? Organization { get; init; }

    /// <summary>What kind of file it is.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }
}

/// <summary>Reads evidence.</summary>
public static class EvidenceBook
{
    private const string Select = "select e.file, e.name, e.note, e.at, e.organization, f.media_type, f.size from evidence e join files f on f.hash = e.file";

    /// <summary>The evidence of a matter, newest first.</summary>
    public static List<Evidence> Of(Session session, long matter) =>
        session.Rows<Evidence>($"{Select} where e.matter_id = @matter order by e.id desc", new { matter });

    /// <summary>Evidence with this content on a matter that a reader may see; <paramref name="readable"/> null for all.</summary>
    internal static Evidence? FindReadable(Session session, string hash, IReadOnlyCollection<string>? readable)
    {
        var matters = session.Rows<long>("select matter_id from evidence where file = @hash", new { hash });
        return matters.Exists(id => MatterBook.Find(session, id) is { } m && (readable is null || !m.Confidential || readable.Contains(m.Holder) || readable.Contains(m.Accountable)))
            ? session.Rows<Evidence>($"{Select} where e.file = @hash limit 1", new { hash })[0]
            : null;
    }
}

/// <summary>Adds a file to a matter as evidence.</summary>
public static class AttachEvidence
{
    /// <summary>Takes the file in durably, then writes its row and the journal's entry; the matter after it, or why not.</summary>
    public static async Task<Outcome<Matter>> RunAsync(
        Database database, FileStore files, ActContext context, long id, Stream content, string name, string? note, CancellationToken cancel)
    {
        var taken = await files.TakeAsync(content, cancel).ConfigureAwait(false);
        if (!taken.Is(out var file, out var refusal))
        {
            return refusal;
        }

        var request = new ActRequest { Act = Act.AddEvidence, File = file.Hash, FileName = Path.GetFileName(name), Reason = note };
        return await database.WriteAsync(w =>
        {
            FileStore.Record(w, file, context.Now);
            return ActOnMatter.Run(w, id, request, context);
        }).ConfigureAwait(false);
    }
}
