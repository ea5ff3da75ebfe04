using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CityLoom.City.Matters;

/// <summary>A matter as its table holds it: the same columns, with pauses as JSON and the two columns that indexes need.</summary>
internal sealed record MatterRow
{
    public const string Columns =
        "id, kind, title, words, state, back, parent, source, source_id, category, territory, place, longitude, latitude, accountable, "
        + "handling, offered, supports, created_at, accepted_at, term, due_date, pauses, due_at, first_due_at, warn_at, provisional, stage_due_at, dispatched_at, "
        + "signed_at, sign_due_at, resolved_at, resolved_by, ended_at, extension_asked, extensions, suspensions, returns, reworks, reopens, urges, round, "
        + "escalation_level, escalate_at, supervision, answer_due_at, progress, behind, urgency, confidential, version";

    private static readonly string[] Changing =
    [
        "state", "back", "open", "accountable", "handling", "offered", "holder", "accepted_at", "term", "due_date", "pauses", "due_at", "first_due_at",
        "warn_at", "provisional", "stage_due_at", "dispatched_at", "signed_at", "sign_due_at", "resolved_at", "resolved_by", "ended_at",
        "extension_asked", "extensions", "suspensions", "returns", "reworks", "reopens", "urges", "round", "escalation_level", "escalate_at",
        "supervision", "answer_due_at", "progress", "behind", "version", "journal_seq",
    ];

    private static readonly string[] Fixed =
    [
        "kind", "title", "words", "parent", "source", "source_id", "category", "territory", "place", "longitude", "latitude",
        "created_at", "supports", "urgency", "confidential",
    ];

    public static readonly string Insert =
        $"insert into matters ({string.Join(", ", Fixed.Concat(Changing))}) values ({string.Join(", ", Fixed.Concat(Changing).Select(Parameter))})";

    public static readonly string Update =
        $"update matters set {string.Join(", ", Changing.Select(c => $"{c} = {Parameter(c)}"))} where id = @id";

    /// <summary>The values of all columns, by name.</summary>
    public static Dictionary<string, object?> Of(Matter m, int journalSeq) => new()
    {
        ["id"] = m.Id, ["kind"] = m.Kind, ["title"] = m.Title, ["words"] = m.Words, ["state"] = m.State.ToString(),
        ["back"] = m.Back?.ToString(), ["open"] = m.Open, ["parent"] = m.Parent, ["source"] = m.Source, ["source_id"] = m.SourceId,
        ["category"] = m.Category, ["territory"] = m.Territory, ["place"] = m.Place, ["longitude"] = m.Longitude, ["latitude"] = m.Latitude,
        ["accountable"] = m.Accountable, ["handling"] = m.Handling, ["offered"] = m.Offered, ["supports"] = m.Supports, ["holder"] = m.Holder, ["created_at"] = m.CreatedAt,
        ["accepted_at"] = m.AcceptedAt, ["term"] = m.Term, ["due_date"] = m.DueDate, ["pauses"] = PausesColumn.Write(m.Pauses), ["due_at"] = m.DueAt,
        ["first_due_at"] = m.FirstDueAt, ["warn_at"] = m.WarnAt, ["provisional"] = m.Provisional, ["stage_due_at"] = m.StageDueAt,
        ["dispatched_at"] = m.DispatchedAt, ["signed_at"] = m.SignedAt, ["sign_due_at"] = m.SignDueAt, ["resolved_at"] = m.ResolvedAt,
        ["resolved_by"] = m.ResolvedBy, ["ended_at"] = m.EndedAt, ["extension_asked"] = m.ExtensionAsked, ["extensions"] = m.Extensions,
        ["suspensions"] = m.Suspensions, ["returns"] = m.Returns, ["reworks"] = m.Reworks, ["reopens"] = m.Reopens, ["urges"] = m.Urges,
        ["round"] = m.Round, ["escalation_level"] = m.EscalationLevel, ["escalate_at"] = m.EscalateAt, ["supervision"] = m.Supervision.ToString(),
        ["answer_due_at"] = m.AnswerDueAt, ["progress"] = m.Progress, ["behind"] = m.Behind, ["urgency"] = m.Urgency,
        ["confidential"] = m.Confidential, ["version"] = m.Version, ["journal_seq"] = journalSeq,
    };

    /// <summary>
    /// SHA-256 over all that the row says, hexadecimal; not over title and words, which never change and have a fingerprint in the first
    /// entry, nor over the place in the journal, which is known only after this.
    /// </summary>
    public static string Fingerprint(Matter matter)
    {
        var text = new StringBuilder();
        foreach (var (column, value) in Of(matter, journalSeq: 0))
        {
            if (column is not ("title" or "words" or "journal_seq"))
            {
                text.Append(column).Append('=').Append(Written(value)).Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Written(object? value) => value switch
    {
        null => "-",
        DateTimeOffset at => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string words => JsonSerializer.Serialize(words),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Parameter(string column) => "@" + column;
}
