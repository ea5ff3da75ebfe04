using System.Net;
using System.Text;
using System.Text.Json;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Directives;

/// <summary>From a document to matters over HTTP: imported, reviewed step by step, published once.</summary>
public abstract class DirectiveApiTests(ServedCity city)
{
    [Fact]
    public async Task The_same_document_is_the_same_directive_also_at_the_same_moment()
    {
        using var hall = city.As("supervisor");
        var text = Text(501);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => hall.Upload("/api/directives?name=meeting.txt", text)));

        Assert.Single(answers.Select(a => a.Id).Distinct());
        Assert.NotEqual(answers[0].Id, (await hall.Upload("/api/directives?name=meeting.txt", Text(502))).Id);
        Assert.Equal((HttpStatusCode.BadRequest, "directive.unreadable"), (await hall.Upload("/api/directives?name=empty.txt", [])) is var empty ? (empty.Status, empty.Code) : default);
    }

    [Fact]
    public async Task Each_measure_stands_on_the_exact_words_of_the_text()
    {
        using var hall = city.As("supervisor");
        var id = (await hall.Upload("/api/directives?name=meeting.txt", Text(511))).Id;

        var (text, measures) = await Read(hall, id);

        Assert.True(measures.Count > 5, "the reader found next to nothing");
        Assert.All(measures, m => Assert.Equal(m.GetProperty("words").GetString(), text[m.GetProperty("startAt").GetInt32()..m.GetProperty("endAt").GetInt32()]));
    }

    [Fact]
    public async Task A_review_confirms_edits_splits_merges_rejects_adds_and_takes_back()
    {
        using var hall = city.As("supervisor");
        var id = (await hall.Upload("/api/directives?name=meeting.txt", Text(521))).Id;
        var (text, before) = await Read(hall, id);
        var sentence = before.First(m => m.GetProperty("words").GetString()!.Contains('，') && InLedger(m));
        var (measure, words) = (IdOf(sentence), sentence.GetProperty("words").GetString()!);
        var cut = words.IndexOf('，');

        Assert.Equal("measure.no-owner", (await Step(hall, id, new { act = "accept", measure })).Code);
        Assert.Equal("measure.owner-unknown", (await Step(hall, id, new { act = "accept", measure, leads = new[] { "nobody" } })).Code);
        Assert.Equal("accepted", (await Step(hall, id, new { act = "accept", measure, leads = new[] { ServedCity.Desk }, dueDate = "2026-12-31" })).Good.Json[0].GetProperty("status").GetString());

        Assert.Equal("measure.no-such-part", (await Step(hall, id, new { act = "split", measure, parts = new[] { "别处的字", words } })).Code);
        var parts = (await Step(hall, id, new { act = "split", measure, parts = new[] { words[..cut], words[(cut + 1)..] } })).Good.Json;
        Assert.Equal([words[..cut], words[(cut + 1)..]], parts.EnumerateArray().Select(p => p.GetProperty("words").GetString()));
        Assert.Equal(words, (await Step(hall, id, new { act = "merge", measure })).Good.Json[0].GetProperty("words").GetString());

        Assert.Equal(words[..cut], (await Step(hall, id, new { act = "edit", measure, quote = words[..cut] })).Good.Json[0].GetProperty("words").GetString());
        Assert.Equal("measure.span", (await Step(hall, id, new { act = "edit", measure, start = 0, end = text.Length })).Code);
        Assert.Equal(words[(cut + 1)..], (await Step(hall, id, new { act = "add", kind = "action", quote = words[(cut + 1)..] })).Good.Json[0].GetProperty("words").GetString());
        Assert.Equal("measure.span", (await Step(hall, id, new { act = "add", kind = "action", quote = "原文里没有的话" })).Code);
        Assert.Equal("rejected", (await Step(hall, id, new { act = "reject", measure })).Good.Json[0].GetProperty("status").GetString());
        Assert.Equal("directive.pending", (await hall.Post($"/api/directives/{id}/publication", new { })).Code);

        for (var i = 0; i < 6; i++)
        {
            _ = (await hall.Post($"/api/directives/{id}/undo", new { })).Good;
        }

        Assert.Equal("review.nothing-to-undo", (await hall.Post($"/api/directives/{id}/undo", new { })).Code);
        Assert.Equal(before.Select(m => m.ToString()), (await Read(hall, id)).Measures.Select(m => m.ToString()));
    }

    [Fact]
    public async Task Publishing_makes_matters_once_however_often_it_is_pressed()
    {
        using var hall = city.As("supervisor");
        var id = (await hall.Upload("/api/directives?name=meeting.txt", Text(531))).Id;
        var (_, measures) = await Read(hall, id);
        var ledger = measures.Where(InLedger).Select(IdOf).ToList();
        _ = (await Step(hall, id, new { act = "accept", measure = ledger[0], leads = new[] { ServedCity.Desk }, dueDate = "2026-12-31" })).Good;
        _ = (await Step(hall, id, new { act = "accept", measure = ledger[1], leads = new[] { "420102.zf", "420106.zf" }, supports = new[] { ServedCity.Desk }, dueDate = "2026-12-31" })).Good;
        foreach (var other in ledger.Skip(2))
        {
            _ = (await Step(hall, id, new { act = "reject", measure = other })).Good;
        }

        var preview = (await hall.Get($"/api/directives/{id}/publication")).Good;
        var presses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hall.Post($"/api/directives/{id}/publication", new { })));
        presses = [.. presses, await hall.Post($"/api/directives/{id}/publication", new { })];

        Assert.All(presses, p => Assert.Equal((2, 4), (p.Good["measures"].GetInt32(), p.Good["matters"].GetInt32())));
        Assert.Equal(preview.Json.ToString(), presses[0].Json.ToString());
        await using var database = city.Store.Open();
        Assert.Equal(4, database.Read(s => s.Value<int>("select count(*) from matters where source = 'directive' and source_id = @id", new { id })));
        var published = (await Read(hall, id)).Measures.Where(m => m.GetProperty("status").GetString() == "accepted").ToList();
        foreach (var (m, parts) in published.OrderBy(m => ledger.IndexOf(IdOf(m))).Zip([0, 2]))
        {
            var matter = (await hall.Get($"/api/matters/{m.GetProperty("matterId").GetInt64()}")).Good;
            Assert.Equal(m.GetProperty("words").GetString(), matter.Text("words"));
            Assert.Equal(parts, (await hall.Get($"/api/matters/{matter["id"]}/parts")).Json.GetArrayLength());
        }

        Assert.Equal("directive.published", (await Step(hall, id, new { act = "reject", measure = ledger[0] })).Code);
        Assert.Equal("directive.published", (await hall.Post($"/api/directives/{id}/undo", new { })).Code);
    }

    [Fact]
    public async Task What_another_document_says_too_is_offered_and_joins_its_matter()
    {
        using var hall = city.As("supervisor");
        var first = (await hall.Upload("/api/directives?name=a.txt", Text(541))).Id;
        var one = (await Read(hall, first)).Measures.Where(InLedger).Select(IdOf).ToList();
        var second = (await hall.Upload("/api/directives?name=b.txt", Text(542))).Id;
        var views = (await hall.Get($"/api/directives/{second}")).Good["measures"].EnumerateArray().Where(v => InLedger(v.GetProperty("measure"))).ToList();
        Assert.Contains(views, v => v.GetProperty("alike").EnumerateArray().Any(a => a.GetProperty("directiveId").GetInt64() == first));
        var two = views.ConvertAll(v => IdOf(v.GetProperty("measure")));

        Assert.Equal("measure.same-unknown", (await Step(hall, second, new { act = "join", measure = two[0], with = two[1] })).Code);
        _ = (await Step(hall, second, new { act = "join", measure = two[0], with = one[0] })).Good;
        foreach (var other in two.Skip(1))
        {
            _ = (await Step(hall, second, new { act = "reject", measure = other })).Good;
        }

        Assert.Equal("measure.same-unpublished", (await hall.Post($"/api/directives/{second}/publication", new { })).Code);
        _ = (await Step(hall, first, new { act = "accept", measure = one[0], leads = new[] { ServedCity.Desk } })).Good;
        foreach (var other in one.Skip(1))
        {
            _ = (await Step(hall, first, new { act = "reject", measure = other })).Good;
        }

        _ = (await hall.Post($"/api/directives/{first}/publication", new { })).Good;
        Assert.Equal((1, 0), (await hall.Post($"/api/directives/{second}/publication", new { })).Good is var made ? (made["joined"].GetInt32(), made["matters"].GetInt32()) : default);
        var matters = new[] { await Matter(first), await Matter(second) };
        Assert.Single(matters.Distinct());
        Assert.Contains("note", (await hall.Get($"/api/matters/{matters[0]}/journal")).Json.EnumerateArray().Select(e => e.GetProperty("act").GetString()));

        async Task<long> Matter(long directive) => (await Read(hall, directive)).Measures.Single(m => m.GetProperty("status").GetString() == "accepted").GetProperty("matterId").GetInt64();
    }

    [Fact]
    public async Task Only_the_desk_that_keeps_it_and_those_above_decide()
    {
        using var hall = city.As("supervisor");
        using var desk = city.As("desk");
        var id = (await hall.Upload("/api/directives?name=meeting.txt", Text(551))).Id;
        var measure = IdOf((await Read(hall, id)).Measures.First(InLedger));

        Assert.Equal("directive.not-yours", (await Step(desk, id, new { act = "reject", measure })).Code);
        Assert.Equal("directive.not-yours", (await desk.Post($"/api/directives/{id}/publication", new { })).Code);
        Assert.Equal("directive.not-yours", (await desk.Post($"/api/directives/{id}/undo", new { })).Code);
        Assert.Equal("directive.not-yours", (await desk.Upload($"/api/directives?name=a.txt&organization={ServedCity.Hall}", Text(552))).Code);
        var own = (await desk.Upload("/api/directives?name=a.txt", Text(553))).Id;
        _ = (await Step(hall, own, new { act = "reject", measure = IdOf((await Read(desk, own)).Measures.First(InLedger)) })).Good;
    }

    /// <summary>The repository's own example of a meeting, with a figure changed so that it is another document.</summary>
    private static byte[] Text(int figure) => Encoding.UTF8.GetBytes(
        File.ReadAllText(Path.Combine(Repository.Root, "demo", "directives", "2026-01-meeting-city-safety.txt")).Replace("412处", $"{figure}处", StringComparison.Ordinal));

    private static Task<Answer> Step(Caller caller, long directive, object request) => caller.Post($"/api/directives/{directive}/review", request);

    private static async Task<(string Text, List<JsonElement> Measures)> Read(Caller caller, long id)
    {
        var view = (await caller.Get($"/api/directives/{id}")).Good;
        return (view["directive"].GetProperty("cleanText").GetString()!, [.. view["measures"].EnumerateArray().Select(v => v.GetProperty("measure"))]);
    }

    private static long IdOf(JsonElement measure) => measure.GetProperty("id").GetInt64();

    private static bool InLedger(JsonElement measure) => measure.GetProperty("kind").GetString() is "action" or "target";
}

[Collection(OnSqlite.Name)]
public sealed class DirectiveApiOnSqliteTests(SqliteCity city) : DirectiveApiTests(city);

[Collection(OnPostgres.Name)]
public sealed class DirectiveApiOnPostgresTests(PostgresCity city) : DirectiveApiTests(city);
