using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Templates;

/// <summary>What offices answer again and again 答复模板, to be changed before it is sent. Each version stands in the journal.</summary>
public sealed record AnswerTemplate
{
    /// <summary>The name under which templates stand in the journal.</summary>
    public const string Subject = "template";

    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>Code of the category for which it is, and those below it; empty for all.</summary>
    public string Category { get; init; } = "";

    /// <summary>By which it is found.</summary>
    public string Title { get; init; } = "";

    /// <summary>The words; <see cref="Filled"/> tells what stands for what.</summary>
    public string Words { get; init; } = "";

    /// <summary>How often it was written, from 1.</summary>
    public int Version { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>True when it is not offered any more.</summary>
    public bool Withdrawn { get; init; }

    private const string Columns = "id, category, title, words, version, at, withdrawn";

    /// <summary>Templates.</summary>
    public static KeptSubject Kept { get; } = new(Subject, [new RowSet("answer_templates", "id", Columns + ", account")]);

    /// <summary>All that are offered, by category and title.</summary>
    public static List<AnswerTemplate> All(Session session) =>
        session.Rows<AnswerTemplate>($"select {Columns} from answer_templates where withdrawn = 0 order by category, title, id limit 1000");

    /// <summary>Those for a category: its own first, then those of the categories above it, then those for all.</summary>
    public static List<AnswerTemplate> For(Session session, string? category, CityContext city)
    {
        string[] codes = [.. city.Trees.Categories.Upwards(category ?? "").Select(c => c.Code), ""];
        return [.. session.Rows<AnswerTemplate>($"select {Columns} from answer_templates where withdrawn = 0 and {Among.Of(session, "category", "codes")} order by title, id limit 200", new { codes })
            .OrderBy(t => Array.IndexOf(codes, t.Category))];
    }

    /// <summary>The template with this identity, or null.</summary>
    public static AnswerTemplate? Find(Session session, long id) => session.Row<AnswerTemplate>($"select {Columns} from answer_templates where id = @id", new { id });

    /// <summary>The words for one request: {编号}, {地点}, {单位} and {日期} stand for its number, its place, the organization that answers and today.</summary>
    public string Filled(string number, string place, string organization, string day) => Words
        .Replace("{编号}", number, StringComparison.Ordinal).Replace("{地点}", place, StringComparison.Ordinal)
        .Replace("{单位}", organization, StringComparison.Ordinal).Replace("{日期}", day, StringComparison.Ordinal);
}

/// <summary>Writes a template anew or changes one; what it said before stays in the journal.</summary>
public static class WriteTemplate
{
    private static readonly Refusal Title = new("template.title", "标题须为 2–60 个字。", "A title has 2 to 60 characters.", 400);
    private static readonly Refusal Words = new("template.words", "内容须为 2–2000 个字。", "The words have 2 to 2,000 characters.", 400);
    private static readonly Refusal Unknown = new("template.unknown", "没有这个模板。", "There is no such template.", 404);

    /// <summary>The template as it is stored.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="template">Its identity (0 for a new one), category, title and words.</param>
    /// <param name="who">Who writes it.</param>
    /// <param name="city">The city.</param>
    public static Outcome<AnswerTemplate> Run(Writing writing, AnswerTemplate template, SignedIn who, CityContext city)
    {
        var (title, words) = (Text.OrNull(template.Title) ?? "", Text.OrNull(template.Words) ?? "");
        if (title.Length is < 2 or > 60 || words.Length is < 2 or > 2_000)
        {
            return title.Length is < 2 or > 60 ? Title : Words;
        }

        if (template.Category.Length > 0 && city.Trees.Categories.Find(template.Category) is null)
        {
            return RequestRefusals.ServiceUnknown(template.Category);
        }

        var before = template.Id == 0 ? null : Take(writing, template.Id);
        if (template.Id != 0 && before is null)
        {
            return Unknown;
        }

        var stored = template with { Title = title, Words = words, At = city.Now, Version = (before?.Version ?? 0) + 1, Withdrawn = false };
        return Keep(writing, stored, "written", who, city);
    }

    /// <summary>Offers it no more.</summary>
    public static Outcome<AnswerTemplate> Withdraw(Writing writing, long id, SignedIn who, CityContext city) => Take(writing, id) is { } found
        ? Keep(writing, found with { Withdrawn = true, Version = found.Version + 1, At = city.Now }, "withdrawn", who, city)
        : Unknown;

    private static AnswerTemplate? Take(Writing writing, long id) =>
        writing.Row<AnswerTemplate>($"select id, category, title, words, version, at, withdrawn from answer_templates where id = @id and withdrawn = 0{writing.ForUpdate}", new { id });

    private static AnswerTemplate Keep(Writing writing, AnswerTemplate t, string act, SignedIn who, CityContext city)
    {
        var row = new { t.Id, t.Category, t.Title, t.Words, t.Version, t.At, who.Account, t.Withdrawn };
        var id = t.Id;
        if (id == 0)
        {
            id = writing.Insert("insert into answer_templates (category, title, words, version, at, account, withdrawn) values (@Category, @Title, @Words, @Version, @At, @Account, @Withdrawn)", row);
        }
        else
        {
            writing.Execute("update answer_templates set category = @Category, title = @Title, words = @Words, version = @Version, at = @At, account = @Account, withdrawn = @Withdrawn where id = @Id", row);
        }

        AnswerTemplate.Kept.Append(writing, id, city.Now, who.Actor, act, new { t.Category, t.Title, t.Words, t.Version });
        return t with { Id = id };
    }
}
