using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>A matter as its table holds it: the same columns, with pauses as JSON and the two columns that indexes need.</summary>
internal static class MatterRow
{
    public const string Columns =
        "id, kind, title, words, state, back, parent, source, source_id, category, territory, place, longitude, latitude, accountable, "
        + "handling, offered, supports, created_at, accepted_at, term, due_date, pauses, due_at, first_due_at, warn_at, provisional, stage_due_at, dispatched_at, "
        + "signed_at, sign_due_at, resolved_at, resolved_by, ended_at, extension_asked, extensions, suspensions, returns, reworks, reopens, urges, round, "
        + "escalation_level, escalate_at, supervision, answer_due_at, progress, behind, urgency, confidential, version";

    private static readonly string[] Fixed =
    [
        "kind", "parent", "source", "source_id", "category", "territory", "place", "longitude", "latitude",
        "created_at", "supports", "urgency", "confidential",
    ];

    private static readonly string[] Changing =
    [
        "state", "back", "open", "accountable", "handling", "offered", "holder", "accepted_at", "term", "due_date", "pauses", "due_at", "first_due_at",
        "warn_at", "provisional", "stage_due_at", "dispatched_at", "signed_at", "sign_due_at", "resolved_at", "resolved_by", "ended_at",
        "extension_asked", "extensions", "suspensions", "returns", "reworks", "reopens", "urges", "round", "escalation_level", "escalate_at",
        "supervision", "answer_due_at", "progress", "behind", "version", "journal_seq",
    ];

    private static readonly string[] All = [.. Fixed, "title", "words", .. Changing];

    private static string InsertText => $"insert into matters ({string.Join(", ", All)}) values ({string.Join(", ", All.Select((_, i) => $"${i + 1}"))})";

    /// <summary>Stores a new one and tells its identity; its values are those of <see cref="AddAll"/>.</summary>
    public static readonly Sql Insert = new(InsertText, InsertText + " returning id");

    /// <summary>Stores one whose identity is known already, which is its first value; then as <see cref="Insert"/>.</summary>
    public static readonly Sql InsertAs = new(
        $"insert into matters (id, {string.Join(", ", All)}) values ($1, {string.Join(", ", All.Select((_, i) => $"${i + 2}"))})");

    /// <summary>Stores what may change; its values are those of <see cref="AddChanging"/>, the place in the journal and the identity.</summary>
    public static readonly Sql Update = new(
        $"update matters set {string.Join(", ", Changing.Select((c, i) => $"{c} = ${i + 1}"))} where id = ${Changing.Length + 1}");

    /// <summary>The columns of a table that goes by another name.</summary>
    public static string ColumnsOf(string alias) => string.Join(", ", Columns.Split(", ").Select(c => $"{alias}.{c}"));

    /// <summary>How many columns there are.</summary>
    public static readonly int Width = Columns.Split(", ").Length;

    /// <summary>The matter in a row of <see cref="Columns"/>, of which the first stands at <paramref name="at"/>.</summary>
    public static Matter Read(Statement row, int at = 0) => new()
    {
        Id = row.Number(at), Kind = row.Text(++at), Title = row.Text(++at), Words = row.Text(++at), State = row.Named<MatterState>(++at),
        Back = row.IsNull(++at) ? null : row.Named<MatterState>(at), Parent = row.NumberOrNull(++at), Source = row.TextOrNull(++at), SourceId = row.NumberOrNull(++at),
        Category = row.TextOrNull(++at), Territory = row.TextOrNull(++at), Place = row.Text(++at), Longitude = row.RealOrNull(++at), Latitude = row.RealOrNull(++at),
        Accountable = row.Text(++at), Handling = row.TextOrNull(++at), Offered = row.TextOrNull(++at), Supports = row.Text(++at), CreatedAt = row.Instant(++at),
        AcceptedAt = row.InstantOrNull(++at), Term = row.TextOrNull(++at), DueDate = row.DateOrNull(++at), Pauses = PausesColumn.Read(row.Text(++at)),
        DueAt = row.InstantOrNull(++at), FirstDueAt = row.InstantOrNull(++at), WarnAt = row.InstantOrNull(++at), Provisional = row.Flag(++at),
        StageDueAt = row.InstantOrNull(++at), DispatchedAt = row.InstantOrNull(++at), SignedAt = row.InstantOrNull(++at), SignDueAt = row.InstantOrNull(++at),
        ResolvedAt = row.InstantOrNull(++at), ResolvedBy = row.NumberOrNull(++at), EndedAt = row.InstantOrNull(++at), ExtensionAsked = row.DateOrNull(++at),
        Extensions = (int)row.Number(++at), Suspensions = (int)row.Number(++at), Returns = (int)row.Number(++at), Reworks = (int)row.Number(++at),
        Reopens = (int)row.Number(++at), Urges = (int)row.Number(++at), Round = (int)row.Number(++at), EscalationLevel = (int)row.Number(++at),
        EscalateAt = row.InstantOrNull(++at), Supervision = row.Named<SupervisionColour>(++at), AnswerDueAt = row.InstantOrNull(++at),
        Progress = (int?)row.NumberOrNull(++at), Behind = row.Flag(++at), Urgency = (int)row.Number(++at), Confidential = row.Flag(++at), Version = (int)row.Number(++at),
    };

    /// <summary>Adds all values but the identity, in the order of the columns.</summary>
    public static void AddAll(RowValues to, Matter matter, int journalSeq)
    {
        AddFixed(to, matter);
        to.Add(matter.Title).Add(matter.Words);
        AddChanging(to, matter);
        to.Add(journalSeq);
    }

    /// <summary>Adds what may change, in the order of the columns; not the place in the journal.</summary>
    public static void AddChanging(RowValues to, Matter m) => to
        .Add(m.State.ToString()).Add(m.Back?.ToString()).Add(m.Open).Add(m.Accountable).Add(m.Handling).Add(m.Offered).Add(m.Holder).Add(m.AcceptedAt).Add(m.Term)
        .Add(m.DueDate).Add(PausesColumn.Write(m.Pauses)).Add(m.DueAt).Add(m.FirstDueAt).Add(m.WarnAt).Add(m.Provisional).Add(m.StageDueAt).Add(m.DispatchedAt)
        .Add(m.SignedAt).Add(m.SignDueAt).Add(m.ResolvedAt).Add(m.ResolvedBy).Add(m.EndedAt).Add(m.ExtensionAsked).Add(m.Extensions).Add(m.Suspensions).Add(m.Returns)
        .Add(m.Reworks).Add(m.Reopens).Add(m.Urges).Add(m.Round).Add(m.EscalationLevel).Add(m.EscalateAt).Add(m.Supervision.ToString()).Add(m.AnswerDueAt)
        .Add(m.Progress).Add(m.Behind).Add(m.Version);

    /// <summary>
    /// The fingerprint of all that the row says; not of title and words, which never change and have one in the first entry, nor of the
    /// place in the journal, which is known only after this.
    /// </summary>
    public static string Fingerprint(Matter matter)
    {
        var print = new RowPrint();
        AddFixed(print.Row(0).Add(matter.Id), matter);
        AddChanging(print, matter);
        return print.ToString();
    }

    private static void AddFixed(RowValues to, Matter m) => to
        .Add(m.Kind).Add(m.Parent).Add(m.Source).Add(m.SourceId).Add(m.Category).Add(m.Territory).Add(m.Place).Add(m.Longitude).Add(m.Latitude)
        .Add(m.CreatedAt).Add(m.Supports).Add(m.Urgency).Add(m.Confidential);
}
