using System.Net;
using System.Xml.Linq;

namespace CityLoom.Tests.Requests;

/// <summary>GeoReport v2, sentence by sentence, against a real server.</summary>
public abstract class Open311Tests(RequestsCity city)
{
    private const string V2 = "/open311/v2";
    private static readonly string[] Fields =
    [
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice",
        "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
    ];

    [Theory]
    [InlineData("/open311/discovery")]
    [InlineData("/open311/v2/discovery")]
    public async Task Discovery_names_contact_key_service_and_endpoints_in_both_forms(string path)
    {
        var xml = (await city.Get(path + ".xml")).Xml;
        var json = (await city.Get(path + ".json")).Json;

        Assert.Equal("discovery", xml.Name.LocalName);
        Assert.All((string[])["changeset", "contact", "key_service"], name => Assert.NotEmpty(xml.Element(name)!.Value));
        Assert.Equal(["production", "test"], xml.Element("endpoints")!.Elements("endpoint").Select(e => e.Element("type")!.Value));
        Assert.All(json.GetProperty("endpoints").EnumerateArray(), e => Assert.EndsWith("/open311/v2", e.GetProperty("url").GetString()));
        Assert.Equal(2, json.GetProperty("endpoints")[0].GetProperty("formats").GetArrayLength());
    }

    [Fact]
    public async Task Services_are_listed_with_all_their_fields()
    {
        var services = (await city.Get($"{V2}/services.json")).Json.EnumerateArray().ToList();

        Assert.NotEmpty(services);
        Assert.All(services, s => Assert.All((string[])["service_code", "service_name", "description", "metadata", "type", "keywords", "group"], f => Assert.True(s.TryGetProperty(f, out _))));
        Assert.All(services, s => Assert.Contains(s.GetProperty("type").GetString(), (string[])["realtime", "batch", "blackbox"]));
        var xml = (await city.Get($"{V2}/services.xml")).Xml;
        Assert.Equal(services.Select(s => s.GetProperty("service_code").GetString()), xml.Elements("service").Select(s => s.Element("service_code")!.Value));
    }

    [Fact]
    public async Task A_service_with_metadata_is_defined_by_attributes_in_a_unique_order()
    {
        var definition = (await city.Get($"{V2}/services/cityscape.facility.json")).Json;
        var attributes = definition.GetProperty("attributes").EnumerateArray().ToList();

        Assert.Equal("cityscape.facility", definition.GetProperty("service_code").GetString());
        Assert.Equal(Enumerable.Range(1, attributes.Count), attributes.Select(a => a.GetProperty("order").GetInt32()));
        Assert.Equal("singlevaluelist", attributes[0].GetProperty("datatype").GetString());
        Assert.Equal("light", attributes[0].GetProperty("values")[0].GetProperty("key").GetString());
        var xml = (await city.Get($"{V2}/services/cityscape.facility.xml")).Xml;
        Assert.Equal("路灯", xml.Descendants("value").First().Element("name")!.Value);
    }

    [Fact]
    public async Task An_unknown_service_is_404_in_the_form_of_errors()
    {
        var xml = await city.Get($"{V2}/services/no.such.thing.xml");
        var json = await city.Get($"{V2}/services/nothing.json");

        Assert.Equal((HttpStatusCode.NotFound, "404"), (xml.Status, xml.Xml.Element("error")!.Element("code")!.Value));
        Assert.Equal((HttpStatusCode.NotFound, "404"), (json.Status, json.Json[0].GetProperty("code").GetString()));
        Assert.NotEmpty(json.Json[0].GetProperty("description").GetString()!);
    }

    [Fact]
    public async Task Without_a_key_and_with_a_wrong_one_posting_is_403()
    {
        var fields = $"service_code=cityscape.facility&{RequestsCity.Somewhere}";

        Assert.Equal(HttpStatusCode.Forbidden, (await city.PostForm(fields, $"{V2}/requests.xml")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await city.PostForm(fields + "&api_key=", $"{V2}/requests.xml")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await city.PostForm(fields + "&api_key=cl_0", $"{V2}/requests.json")).Status);
    }

    [Fact]
    public async Task What_is_posted_is_answered_by_a_list_of_one_and_found_again_with_every_field()
    {
        var told = await city.Post($"service_code=cityscape.facility&{RequestsCity.Somewhere}&description=a+hole&attribute[object]=cover&media_url=https://example.org/a.jpg", "xml");
        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Equal("text/xml; charset=utf-8", told.Type);
        var id = Assert.Single(told.Xml.Elements("request")).Element("service_request_id")!.Value;

        var found = (await city.Get($"{V2}/requests/{id}.json")).Json;
        Assert.Equal(1, found.GetArrayLength());
        Assert.Equal(Fields, found[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("a hole", "open", "https://example.org/a.jpg"), (found[0].GetProperty("description").GetString(), found[0].GetProperty("status").GetString(), found[0].GetProperty("media_url").GetString()));
        Assert.Equal((30.6, 114.29), (found[0].GetProperty("lat").GetDouble(), found[0].GetProperty("long").GetDouble()));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$", found[0].GetProperty("requested_datetime").GetString());
        Assert.Equal(Fields, Assert.Single((await city.Get($"{V2}/requests/{id}.xml")).Xml.Elements("request")).Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public async Task XML_declares_UTF8_and_has_no_namespaces()
    {
        var text = (await city.Get($"{V2}/requests.xml?page_size=3")).Text;

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text);
        Assert.All(XDocument.Parse(text).Descendants(), e => Assert.Empty(e.Name.NamespaceName));
    }

    [Fact]
    public async Task A_form_may_come_as_multipart_without_a_file()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(city.Key), "api_key" }, { new StringContent("cityscape.facility"), "service_code" },
            { new StringContent("武汉市江岸区大智街道"), "address_string" }, { new StringContent("路面破损"), "description" },
        };

        var told = await RequestsCity.Read(await city.Visitor.PostAsync($"{V2}/requests.json", form));

        Assert.True(told.Status == HttpStatusCode.OK, told.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("lat=30.6")]
    [InlineData("long=114.29")]
    [InlineData("lat=&long=&address_string=")]
    [InlineData("lat=91&long=114.29")]
    [InlineData("lat=NaN&long=114.29")]
    [InlineData("lat=1e400&long=114.29")]
    [InlineData("lat=north&long=114.29")]
    [InlineData("lat=40.7&long=-74")]
    public async Task A_place_that_cannot_be_is_400(string place)
    {
        var told = await city.Post($"service_code=cityscape.facility&description=x1&{place}");

        Assert.True(told.Status == HttpStatusCode.BadRequest, told.ToString());
        Assert.Equal("400", told.Json[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("address_string=江岸区大智街道")]
    [InlineData("address_id=420102")]
    [InlineData("lat=&long=&address_id=420102")]
    public async Task Any_of_the_three_kinds_of_location_is_enough(string place) =>
        Assert.Equal(HttpStatusCode.OK, (await city.Post($"service_code=cityscape.facility&{place}")).Status);

    [Theory]
    [InlineData("attribute[object]=dragon")]
    [InlineData("attribute[object][]=light&attribute[object][]=cover")]
    [InlineData("media_url=javascript:alert(1)")]
    [InlineData("media_url=/etc/passwd")]
    public async Task A_value_that_its_definition_does_not_allow_is_400(string field) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Post($"service_code=cityscape.facility&{RequestsCity.Somewhere}&{field}")).Status);

    [Fact]
    public async Task The_service_must_be_named_and_known()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Post(RequestsCity.Somewhere)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await city.Post($"service_code=nothing&{RequestsCity.Somewhere}")).Status);
    }

    [Fact]
    public async Task A_description_has_at_most_4000_characters()
    {
        var fields = $"service_code=cityscape.facility&{RequestsCity.Somewhere}&description=";

        Assert.Equal(HttpStatusCode.OK, (await city.Post(fields + new string('a', 4000))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Post(fields + new string('a', 4001))).Status);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_service_status_and_dates()
    {
        await city.Make();
        var first = (await city.Get($"{V2}/requests.json?service_code=cityscape.facility,fire.lane&status=open&page_size=20")).Json.EnumerateArray().ToList();
        Assert.NotEmpty(first);
        Assert.All(first, r => Assert.Contains(r.GetProperty("service_code").GetString(), (string[])["cityscape.facility", "fire.lane"]));
        Assert.All(first, r => Assert.Equal("open", r.GetProperty("status").GetString()));

        await city.Close((await city.Raise()).Id);
        var closed = (await city.Get($"{V2}/requests.json?status=closed&page_size=20")).Json.EnumerateArray().ToList();
        Assert.NotEmpty(closed);
        Assert.All(closed, r => Assert.Equal("closed", r.GetProperty("status").GetString()));
        Assert.Equal(0, (await city.Get($"{V2}/requests.json?start_date=2001-01-01T00:00:00Z&end_date=2001-02-01T00:00:00Z")).Json.GetArrayLength());
    }

    [Theory]
    [InlineData("status=ajar")]
    [InlineData("start_date=yesterday")]
    [InlineData("start_date=2026-01-01T00:00:00")]
    [InlineData("start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z")]
    [InlineData("start_date=2026-03-01T00:00:00Z&end_date=2026-02-01T00:00:00Z")]
    [InlineData("page=0")]
    [InlineData("page_size=many")]
    public async Task A_filter_that_makes_no_sense_is_400(string filter) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Get($"{V2}/requests.json?{filter}")).Status);

    [Fact]
    public async Task Identities_override_every_other_filter()
    {
        var (one, two) = (await city.Make(), await city.Make());

        var found = (await city.Get($"{V2}/requests.json?service_request_id={one},{two}&status=closed&start_date=2001-01-01T00:00:00Z&end_date=2001-01-02T00:00:00Z")).Json;

        Assert.Equal([one, two], found.EnumerateArray().Select(r => r.GetProperty("service_request_id").GetString()));
        Assert.Equal(2, (await city.Get($"{V2}/requests/{one},{two}.json")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first_and_the_one_after_the_last_is_empty()
    {
        for (var i = 0; i < 5; i++)
        {
            await city.Make();
        }

        var all = await Ids("page_size=6");
        Assert.Equal(all, [.. await Ids("page=1&page_size=2"), .. await Ids("page=2&page_size=2"), .. await Ids("page=3&page_size=2")]);
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Empty(await Ids("page=100000&page_size=50"));
    }

    [Fact]
    public async Task What_changed_since_an_instant_is_found_by_updated_after()
    {
        var id = await city.Make();
        var updated = (await city.Get($"{V2}/requests/{id}.json")).Json[0].GetProperty("updated_datetime").GetString()!;

        Assert.Contains(id, await Ids($"updated_after={Uri.EscapeDataString(updated)}"));
        Assert.DoesNotContain(id, await Ids($"updated_before={Uri.EscapeDataString(updated)}&updated_after=2001-01-01T00:00:00Z"));
        Assert.Empty(await Ids("updated_after=2199-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task An_unknown_jurisdiction_is_404_and_that_of_the_city_is_not()
    {
        foreach (var path in (string[])["services.json", "services/cityscape.facility.json", "requests.json", "requests/1.json", "tokens/x.json", "servicerequestupdates.json"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await city.Get($"{V2}/{path}?jurisdiction_id=atlantis")).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await city.Get($"{V2}/services.json?jurisdiction_id=4201")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await city.Post($"service_code=cityscape.facility&{RequestsCity.Somewhere}&jurisdiction_id=atlantis")).Status);
        Assert.Equal(HttpStatusCode.OK, (await city.Post($"service_code=cityscape.facility&{RequestsCity.Somewhere}&jurisdiction_id=4201")).Status);
    }

    [Fact]
    public async Task Name_mail_and_telephone_never_come_back()
    {
        var id = await city.Make("first_name=Secretname&last_name=Hidden&email=secret@example.org&phone=13900001111&description=call+13900001111+please");

        foreach (var path in (string[])[$"requests/{id}.json?extensions=true", $"requests/{id}.xml?extensions=true", "requests.json?extensions=true&page_size=5", "requests.csv"])
        {
            var text = (await city.Get($"{V2}/{path}")).Text;
            Assert.All((string[])["Secretname", "Hidden", "secret@example.org", "13900001111"], secret => Assert.DoesNotContain(secret, text));
        }
    }

    [Theory]
    [InlineData("requests/999999999.json", "json")]
    [InlineData("requests/abc.xml", "xml")]
    [InlineData("tokens/unknown.json", "json")]
    [InlineData("tokens/unknown.xml", "xml")]
    [InlineData("no/such/thing.json", "json")]
    [InlineData("requests.yaml", "xml")]
    public async Task What_is_not_there_is_404_in_the_form_of_errors(string path, string form)
    {
        var told = await city.Get($"{V2}/{path}");

        Assert.Equal(HttpStatusCode.NotFound, told.Status);
        Assert.Equal("404", form == "json" ? told.Json[0].GetProperty("code").GetString() : told.Xml.Element("error")!.Element("code")!.Value);
    }

    [Fact]
    public async Task An_update_of_another_system_is_stored_once_and_polled_with_those_of_the_office()
    {
        var id = await city.Make();
        var fields = $"api_key={city.Key}&service_request_id={id}&update_id=77&status=OPEN&description=still+there&updated_datetime=2026-03-01T09:00:00%2B08:00";
        var first = await city.PostForm(fields, $"{V2}/servicerequestupdates.xml");
        var again = await city.PostForm(fields, $"{V2}/servicerequestupdates.xml");
        Assert.True(first.Status == HttpStatusCode.OK, first.ToString());
        Assert.Equal(first.Xml.Element("request_update")!.Element("update_id")!.Value, again.Xml.Element("request_update")!.Element("update_id")!.Value);
        await RequestsCity.Send(city.Handler, $"/api/matters/{id}/acts", new { act = "sign" });

        var updates = (await city.Get($"{V2}/servicerequestupdates.xml")).Xml.Elements("request_update").Where(u => u.Element("service_request_id")!.Value == id).ToList();

        Assert.Equal(["OPEN", "ACTION_SCHEDULED"], updates.Select(u => u.Element("status")!.Value));
        Assert.Equal("still there", updates[0].Element("description")!.Value);
    }

    [Fact]
    public async Task The_extensions_tell_the_history_and_our_own_fields()
    {
        var id = await city.Make();
        await RequestsCity.Send(city.Handler, $"/api/matters/{id}/acts", new { act = "sign" });

        var request = (await city.Get($"{V2}/requests/{id}.json?extensions=true")).Json[0];

        Assert.Equal(["created", "sign"], request.GetProperty("notes").EnumerateArray().Select(n => n.GetProperty("type").GetString()));
        Assert.Equal("signed", request.GetProperty("extended_attributes").GetProperty("x_state").GetString());
    }

    [Fact]
    public async Task A_service_by_token_tells_its_number_once_somebody_has_accepted_it()
    {
        var csv = (await (await city.Administrator.GetAsync("/api/catalogue/services.csv")).Content.ReadAsStringAsync()).TrimEnd() + "\nculture.sport,场馆,Venues,batch,0\n";
        Assert.True((await city.Administrator.PostAsync("/api/catalogue/services.csv", new StringContent(csv))).IsSuccessStatusCode);

        var told = (await city.Post($"service_code=culture.sport&{RequestsCity.Somewhere}&description=court")).Json[0];
        var token = told.GetProperty("token").GetString();
        Assert.False(told.TryGetProperty("service_request_id", out _));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await city.Get($"{V2}/tokens/{token}.json")).Json[0].GetProperty("service_request_id").ValueKind);

        var waiting = (await RequestsCity.Read(await city.Desk.GetAsync("/api/matters?kind=request&text=court"))).Json.GetProperty("matters")[0].GetProperty("id").GetInt64();
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get($"{V2}/requests/{waiting}.json")).Status);
        await RequestsCity.Send(city.Desk, $"/api/matters/{waiting}/acts", new { act = "register" });
        Assert.Equal($"{waiting}", (await city.Get($"{V2}/tokens/{token}.json")).Json[0].GetProperty("service_request_id").GetString());
        Assert.Equal(HttpStatusCode.OK, (await city.Get($"{V2}/requests/{waiting}.json")).Status);
    }

    [Fact]
    public async Task All_of_a_period_comes_as_one_CSV()
    {
        var id = await city.Make();

        var told = await city.Get($"{V2}/requests.csv?service_code=cityscape.facility");

        Assert.Equal("text/csv; charset=utf-8", told.Type);
        Assert.Single(told.Text.Split('\n'), line => line.StartsWith(id + ",", StringComparison.Ordinal));
    }

    private async Task<List<string?>> Ids(string query) =>
        [.. (await city.Get($"{V2}/requests.json?{query}")).Json.EnumerateArray().Select(r => r.GetProperty("service_request_id").GetString())];
}

[Collection(nameof(OnSqlite))]
public sealed class Open311OnSqlite(SqliteRequestsCity city) : Open311Tests(city);

[Collection(nameof(OnPostgres))]
public sealed class Open311OnPostgres(PostgresRequestsCity city) : Open311Tests(city);
