using System.Security.Cryptography;
using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Reading;

namespace CityLoom.Directives.Import;

/// <summary>Takes a document in: reads it, keeps the clean text and every measure found, and finds measures of other directives that say the same.</summary>
public static class ImportDirective
{
    /// <summary>The directive made, or the one that the same file made before; or why it cannot be read.</summary>
    /// <param name="database">The store.</param>
    /// <param name="city">The city.</param>
    /// <param name="by">Who imports it; the system when null.</param>
    /// <param name="organization">The desk that will keep it.</param>
    /// <param name="file">The whole file: text, HTML, DOCX or PDF.</param>
    /// <param name="name">Its name.</param>
    public static async Task<Outcome<Directive>> RunAsync(
        Database database, CityContext city, SignedIn? by, string organization, ReadOnlyMemory<byte> file, string name)
    {
        var read = Read(file, name, organization, city.Now);
        return read.Refusal is { } refusal
            ? refusal
            : await database.WriteAsync(w => Keep(w, read.Value, by?.Actor ?? Actor.System)).ConfigureAwait(false);
    }

    /// <summary>The same inside a transaction that is under way.</summary>
    public static Outcome<Directive> Run(Writing writing, ReadOnlyMemory<byte> file, string name, string organization, SignedIn by, DateTimeOffset at) =>
        Read(file, name, organization, at).Then(read => Keep(writing, read, by.Actor));

    private static Outcome<(Directive Directive, IReadOnlyList<Measure> Measures)> Read(ReadOnlyMemory<byte> file, string name, string organization, DateTimeOffset at)
    {
        var read = DirectiveReader.Read(file, explain: true);
        return read.Succeeded
            ? (Of(read.Value, organization, name, Convert.ToHexStringLower(SHA256.HashData(file.Span)), at), read.Value.Measures)
            : DirectiveRefusals.Unreadable(read.Refusal.Words.Zh, read.Refusal.Words.En);
    }

    private static Outcome<Directive> Keep(Writing writing, (Directive Directive, IReadOnlyList<Measure> Measures) read, Actor by) =>
        DirectiveBook.FindBySource(writing, read.Directive.SourceHash) ?? Store(writing, read.Directive, read.Measures, by);

    private static Directive Of(DirectiveReading reading, string organization, string name, string hash, DateTimeOffset now) => new()
    {
        Title = Cut(reading.Document.Title ?? reading.Document.Meeting ?? FirstLine(reading.CleanText.Text)),
        Issuer = reading.Document.Issuer,
        Meeting = reading.Document.Meeting,
        Place = reading.Document.Place,
        Kind = reading.Document.Kind is { } kind ? DirectiveKinds.Name(kind) : null,
        Date = reading.Document.Date,
        SourceName = Path.GetFileName(name),
        SourceHash = hash,
        CleanText = reading.CleanText.Text,
        Warnings = string.Join('\n', reading.Warnings.Select(w => w.ToString())),
        Organization = organization,
        ImportedAt = now,
    };

    private static Directive Store(Writing writing, Directive directive, IReadOnlyList<Measure> measures, Actor by)
    {
        var stored = directive with { Id = DirectiveBook.Insert(writing, directive, by.Account) };
        var kept = measures.Select(m => DirectiveBook.InsertMeasure(writing, new ReviewedMeasure
        {
            DirectiveId = stored.Id,
            StartAt = m.Start,
            EndAt = m.End,
            Words = m.Text,
            Kind = m.Kind,
            Reading = MeasureReading.Write(m),
        })).ToList();
        Likenesses.Find(writing, stored.Id, kept);
        DirectiveBook.Kept.Append(writing, stored.Id, stored.ImportedAt, by, "imported", new
        {
            stored.Title, stored.SourceName, stored.SourceHash, stored.Organization, measures = kept.Count,
        });
        return stored;
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0];

    private static string Cut(string title) => title.Length <= 120 ? title : title[..119] + "…";
}
