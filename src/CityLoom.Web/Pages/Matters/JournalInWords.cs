using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Matters;

/// <summary>Tells the entries of a matter's journal: what was done, by whom, and what was said.</summary>
internal sealed class JournalInWords(Say say, MatterInWords words, IReadOnlyDictionary<long, string> names)
{
    /// <summary>One entry as a line of the timeline.</summary>
    public TimelineView Of(JournalEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        var details = data.RootElement.TryGetProperty("details", out var found) && found.ValueKind == JsonValueKind.Object ? found : data.RootElement;
        return new TimelineView(entry.At, What(entry, details), By(entry), Said(entry, details), Convert.ToHexStringLower(entry.Hash));
    }

    private string What(JournalEntry entry, JsonElement details)
    {
        if (!Enum.TryParse<Act>(entry.Act, out var act))
        {
            return entry.Act == "created" ? Created(details)
                : entry.Act == CategorizeMatter.Entry ? say["journal.categorized", ("category", words.Category(Text(details, "category")))]
                : say["journal.reckoned", ("at", Due(details))];
        }

        var word = words.In(MatterWords.Of(act));
        return act switch
        {
            Act.Dispatch or Act.HandOver => say["journal.to", ("act", word), ("who", words.Organization(Text(details, "organization")))],
            Act.RequestExtension => say["journal.until", ("act", word), ("date", Day(details))],
            Act.ReportProgress => say["journal.progress", ("period", Text(details, "period")), ("progress", Text(details, "progress"))],
            Act.Supervise => say["journal.order", ("colour", say["supervision." + (Text(details, "colour") ?? "none")])],
            Act.AddEvidence => say["journal.evidence", ("file", Text(details, "fileName"))],
            Act.Divide => say["journal.divided", ("n", int.TryParse(Text(details, "reason"), out var n) ? n : 0)],
            Act.Merge => say["journal.merged", ("id", Text(details, "into"))],
            _ => word,
        };
    }

    private string Created(JsonElement data) => Text(data, "source") == "directive" ? say["journal.created-directive"]
        : Text(data, "parent") is not null ? say["journal.created-part"]
        : say["journal.created"];

    private string By(JournalEntry entry)
    {
        var organization = entry.Organization is null ? null : words.Organization(entry.Organization);
        var account = entry.Account is { } id ? names.GetValueOrDefault(id) : null;
        return (organization, account) switch
        {
            (null, null) => say["journal.system"],
            (null, { } only) => only,
            ({ } only, null) => only,
            ({ } unit, { } post) => post.StartsWith(unit, StringComparison.Ordinal) ? post : $"{post} · {unit}",
        };
    }

    private static string? Said(JournalEntry entry, JsonElement details) =>
        entry.Act == nameof(Act.Divide) ? null : Text(details, "reason");

    private string Day(JsonElement details) => DateOnly.TryParse(Text(details, "until"), System.Globalization.CultureInfo.InvariantCulture, out var day) ? say.ShortDay(day) : "–";

    private string Due(JsonElement details) => details.TryGetProperty("to", out var to) && to.TryGetDateTimeOffset(out var at) ? say.Minute(at) : "–";

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
