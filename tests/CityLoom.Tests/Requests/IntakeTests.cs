using System.Net;
using System.Text.Json;

namespace CityLoom.Tests.Requests;

/// <summary>A request from the call to the resident's answer, over HTTP.</summary>
public abstract class IntakeTests(RequestsCity city)
{
    private static readonly object Somebody = new { name = "王小明", phone = "13800001234" };

    [Fact]
    public async Task Somebody_answers_for_a_request_from_the_first_instant_and_the_clock_runs()
    {
        var (_, id, _) = await city.Raise();

        var matter = (await RequestsCity.Read(await city.Desk.GetAsync($"/api/matters/{id}"))).Json;

        Assert.Equal(("420102.cgj", "dispatched"), (matter.GetProperty("accountable").GetString(), matter.GetProperty("state").GetString()));
        Assert.NotNull(matter.GetProperty("dueAt").GetString());
    }

    [Fact]
    public async Task Sent_again_with_the_same_key_it_is_the_same_request()
    {
        var body = new { words = "同一件事只算一次", address = "江岸区" };
        var first = await RequestsCity.Send(city.Desk, "/api/requests", body, "once-1");
        var again = await RequestsCity.Send(city.Desk, "/api/requests", body, "once-1");
        var other = await RequestsCity.Send(city.Desk, "/api/requests", new { words = "另一件事", address = "江岸区" }, "once-1");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.Status, again.Status, other.Status));
        Assert.Equal(first.Json.GetProperty("code").GetString(), again.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Words_without_a_known_category_wait_for_a_person_of_the_safety_net()
    {
        var told = await RequestsCity.Send(city.Desk, "/api/requests", new { words = "说不清楚的一件怪事", address = "江岸区" });

        Assert.Equal("4201.yxzx", told.Json.GetProperty("accountable").GetString());
    }

    [Fact]
    public async Task The_number_shows_what_is_published_and_the_code_shows_all()
    {
        var (number, _, code) = await city.Raise("路灯不亮，联系 13800001234", Somebody);

        var anybody = await city.Get($"/api/requests/{number}");
        var own = await city.Get($"/api/requests/{number}?code={code.ToLowerInvariant()}");

        Assert.DoesNotContain("13800001234", anybody.Text);
        Assert.DoesNotContain(code, anybody.Text);
        Assert.Contains("13800001234", own.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get($"/api/requests/{number}?code=AAAAAAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get("/api/requests/SQ-999999999")).Status);
    }

    [Fact]
    public async Task Contact_details_are_for_those_who_hold_the_request()
    {
        var (_, id, _) = await city.Raise(contact: Somebody);

        var handler = await RequestsCity.Send(city.Handler, $"/api/requests/{id}/contact", new { });
        var administrator = await RequestsCity.Send(city.Administrator, $"/api/requests/{id}/contact", new { });
        var visitor = await RequestsCity.Send(city.Visitor, $"/api/requests/{id}/contact", new { });

        Assert.Equal("13800001234", handler.Json.GetProperty("phone").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, administrator.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.Status);
    }

    [Fact]
    public async Task The_resident_answers_once_when_it_is_closed_and_may_have_it_opened_again()
    {
        var (number, id, code) = await city.Raise(contact: Somebody);
        var answer = new { code, contacted = true, solved = false, satisfaction = "dissatisfied" };
        Assert.Equal(HttpStatusCode.Conflict, (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/answer", answer)).Status);
        await city.Close(id);
        Assert.Contains("已更换灯泡", (await city.Get($"/api/requests/{number}")).Text);

        var answered = await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/answer", answer);
        Assert.Equal("evaluated", answered.Json.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/answer", answer)).Status);

        var opened = await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code, words = "灯又灭了" });
        Assert.Equal("registered", opened.Json.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code, words = "还在开着" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code = "BBBBBBBB", words = "不是我" })).Status);
    }

    [Fact]
    public async Task A_second_reopening_waits_for_the_desk()
    {
        var (number, id, code) = await city.Raise();
        await city.Close(id);
        await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code, words = "没有解决" });
        await RequestsCity.Send(city.Desk, $"/api/matters/{id}/acts", new { act = "dispatch", organization = "420102.cgj" });
        await city.Close(id);

        var asked = await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code, words = "还是没有解决" });

        Assert.Equal("closed", asked.Json.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/reopening", new { code, words = "再问一次" })).Status);
    }

    [Fact]
    public async Task Resident_and_office_write_to_each_other_and_others_read_only_what_is_published()
    {
        var (number, id, code) = await city.Raise();
        await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/messages", new { code, words = "什么时候来修" });
        await RequestsCity.Send(city.Handler, $"/api/requests/{id}/messages", new { words = "明天上午" });
        await RequestsCity.Send(city.Handler, $"/api/requests/{id}/messages", new { words = "本路段统一更换", published = true });
        Assert.Equal(HttpStatusCode.NotFound, (await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/messages", new { words = "没有查询码" })).Status);

        Assert.Equal(3, (await city.Get($"/api/requests/{number}?code={code}")).Json.GetProperty("messages").GetArrayLength());
        Assert.Equal("本路段统一更换", Assert.Single((await city.Get($"/api/requests/{number}")).Json.GetProperty("messages").EnumerateArray()).GetProperty("words").GetString());
    }

    [Fact]
    public async Task What_is_nearby_is_found_and_may_be_joined()
    {
        var (number, _, _) = await city.Raise("井盖缺失");
        var near = await city.Get("/api/requests/nearby?lat=30.6003&long=114.2902&service=cityscape.facility");
        var far = await city.Get("/api/requests/nearby?lat=30.4&long=114.1&metres=100");
        Assert.Contains(number, near.Text);
        Assert.DoesNotContain(number, far.Text);

        var joined = await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/joins", new { words = "我也看到了" });

        var code = joined.Json.GetProperty("code").GetString();
        var followed = (await city.Get($"/api/requests/{number}?code={code}")).Json;
        Assert.Equal(1, followed.GetProperty("joined").GetInt32());
        Assert.False(followed.GetProperty("mayAnswer").GetBoolean());
    }

    [Fact]
    public async Task A_photo_is_shown_with_a_published_request_and_carries_no_metadata()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(city.Key), "api_key" }, { new StringContent("cityscape.facility"), "service_code" },
            { new StringContent("30.6"), "lat" }, { new StringContent("114.29"), "long" }, { new ByteArrayContent(Photo.WithPlace()), "media", "a.jpg" },
        };
        var told = await RequestsCity.Read(await city.Visitor.PostAsync("/open311/v2/requests.json", form));
        Assert.True(told.Status == HttpStatusCode.OK, told.ToString());
        var id = told.Json[0].GetProperty("service_request_id").GetString();

        var address = (await city.Get($"/open311/v2/requests/{id}.json")).Json[0].GetProperty("media_url").GetString()!;
        using var photo = await city.Visitor.GetAsync(address);

        Assert.Equal("image/jpeg", photo.Content.Headers.ContentType!.MediaType);
        Assert.False(Photo.Holds(await photo.Content.ReadAsByteArrayAsync(), "Exif"));
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get($"/requests/photos/{new string('0', 64)}")).Status);
    }

    [Fact]
    public async Task The_three_rates_carry_their_formula_and_an_upheld_appeal_changes_only_the_adjusted_one()
    {
        var (number, id, code) = await city.Raise(contact: Somebody);
        Assert.Equal(HttpStatusCode.NoContent, (await RequestsCity.Send(city.Handler, $"/api/requests/{id}/contacted", new { })).Status);
        await city.Close(id);
        await RequestsCity.Send(city.Visitor, $"/api/requests/{number}/answer", new { code, contacted = true, solved = false, satisfaction = "dissatisfied" });
        var before = await Rates();
        Assert.All(before, r => Assert.NotEmpty(r.GetProperty("formula").GetString()!));
        Assert.All(before, r => Assert.True(r.GetProperty("raw").GetProperty("total").GetProperty("denominator").GetInt32() > 0));

        var answer = (await RequestsCity.Read(await city.Desk.GetAsync("/api/request-rates/answers"))).Json.EnumerateArray().Single(a => a.GetProperty("requestId").GetInt64() == id).GetProperty("id");
        var appeal = await RequestsCity.Send(city.Handler, "/api/request-rates/appeals", new { answer = answer.GetInt64(), ground = "beyondPower", words = "超出法定职权" });
        Assert.Equal(HttpStatusCode.Forbidden, (await RequestsCity.Send(city.Handler, $"/api/request-rates/appeals/{appeal.Text}/decision", new { upheld = true, words = "自己同意" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await RequestsCity.Send(city.Desk, $"/api/request-rates/appeals/{appeal.Text}/decision", new { upheld = true, words = "情况属实" })).Status);

        var after = await Rates();
        Assert.Equal(["response", "resolution", "satisfaction"], after.Select(r => r.GetProperty("code").GetString()));
        Assert.Equal(N(before[1], "raw"), N(after[1], "raw"));
        Assert.Equal(N(before[1], "adjusted") - 1, N(after[1], "adjusted"));

        async Task<List<JsonElement>> Rates()
        {
            var told = await RequestsCity.Read(await city.Desk.GetAsync("/api/request-rates?by=district"));
            Assert.True(told.Status == HttpStatusCode.OK, told.ToString());
            return [.. told.Json.EnumerateArray()];
        }

        static int N(JsonElement rate, string figure) => rate.GetProperty(figure).GetProperty("total").GetProperty("denominator").GetInt32();
    }

    [Fact]
    public async Task Open_data_holds_no_words_and_rounds_the_place()
    {
        await city.Raise("极其特别的一句话");

        var csv = (await city.Get("/open-data/requests.csv")).Text;
        var json = (await city.Get("/open-data/requests.geojson")).Json;

        Assert.DoesNotContain("极其特别", csv);
        Assert.True(csv.Split('\n').Length > 2);
        Assert.All(json.GetProperty("features").EnumerateArray().Take(50), f => Assert.True(f.GetProperty("geometry").GetProperty("coordinates")[0].GetRawText().Length <= 7));
    }
}

[Collection(nameof(OnSqlite))]
public sealed class IntakeOnSqlite(SqliteRequestsCity city) : IntakeTests(city);

[Collection(nameof(OnPostgres))]
public sealed class IntakeOnPostgres(PostgresRequestsCity city) : IntakeTests(city);
