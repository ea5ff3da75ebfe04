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

    /// <summary>Whether a matter has this file already.</summary>
    internal static bool Has(Session session, long matter, string hash) =>
        session.Value<long>("select count(*) from evidence where matter_id = @matter and file = @hash", new { matter, hash }) > 0;

    /// <summary>Evidence with this content on a matter that a reader may see; <paramref name="readable"/> null for all.</summary>
    internal static Evidence? FindReadable(Session session, string hash, IReadOnlyCollection<string>? readable)
    {
        var matters = session.Rows<long>("select matter_id from evidence where file = @hash", new { hash });
        var open = matters.FindIndex(id => MatterBook.Find(session, id) is { } m
            && (readable is null || !m.Confidential || readable.Contains(m.Holder) || readable.Contains(m.Accountable)));
        return open < 0 ? null : session.Row<Evidence>($"{Select} where e.file = @hash and e.matter_id = @matter", new { hash, matter = matters[open] });
    }
}

/// <summary>Adds a file to a matter as evidence.</summary>
public static class AttachEvidence
{
    /// <summary>
    /// Asks first whether it may be added, takes the file in durably, then writes its row and the journal's entry; the matter after it, or
    /// why not. A file that the matter has already changes nothing.
    /// </summary>
    public static async Task<Outcome<Matter>> RunAsync(
        Database database, FileStore files, ActContext context, long id, Stream content, string name, string? note, CancellationToken cancel)
    {
        var request = new ActRequest { Act = Act.AddEvidence, File = "", FileName = NameOf(name), Reason = note };
        if (await database.ReadAsync(s => MatterBook.Find(s, id) is { } matter ? matter.Apply(request, context).Refusal : MatterRefusals.Unknown, cancel)
            .ConfigureAwait(false) is { } no)
        {
            return no;
        }

        var taken = await files.TakeAsync(content, cancel).ConfigureAwait(false);
        if (!taken.Is(out var file, out var refusal))
        {
            return refusal;
        }

        return await database.WriteAsync(w =>
        {
            if (EvidenceBook.Has(w, id, file.Hash))
            {
                return MatterBook.Find(w, id)!;
            }

            FileStore.Record(w, file, context.Now);
            return ActOnMatter.Run(w, id, request with { File = file.Hash }, context);
        }).ConfigureAwait(false);
    }

    /// <summary>The last part of a path, of a length that a list can show.</summary>
    private static string NameOf(string name) => Path.GetFileName(name.Replace('\\', '/')).Trim() switch
    {
        "" => "file",
        { Length: > 200 } lengthy => $"{lengthy.AsSpan(0, 160)}…{lengthy.AsSpan(lengthy.Length - 39)}",
        var ordinary => ordinary,
    };
}
