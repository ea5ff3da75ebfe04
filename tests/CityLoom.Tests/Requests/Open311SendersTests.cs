using System.Net;
using System.Net.Http.Headers;

namespace CityLoom.Tests.Requests;

/// <summary>How the clients that are about send and read, each as it does it.</summary>
public abstract class Open311SendersTests(RequestsCity city)
{
    private const string V2 = "/open311/v2";

    [Fact]
    public async Task An_update_of_an_older_sender_without_a_zone_and_under_its_own_name_is_stored_once()
    {
        var id = await city.Make();
        var fields = $"api_key={city.Key}&service_request_id={id}&service_request_id_ext=81&update_id_ext=ext-{id}&status=OPEN&email=a@example.org"
            + "&public_anonymity_required=FALSE&description=still+there&updated_datetime=2026-03-01T09:00:00";

        var first = await city.PostForm(fields, $"{V2}/servicerequestupdates.xml");
        var again = await city.PostForm(fields, $"{V2}/servicerequestupdates.xml");

        Assert.True(first.Status == HttpStatusCode.OK, first.ToString());
        Assert.Equal(first.Text, again.Text);
        Assert.Single((await city.Get($"{V2}/servicerequestupdates.xml")).Xml.Elements("request_update"), u => u.Element("service_request_id")!.Value == id);
        Assert.Equal(HttpStatusCode.BadRequest, (await city.PostForm(fields.Replace("2026-03-01T09", "yesterday", StringComparison.Ordinal), $"{V2}/servicerequestupdates.xml")).Status);
    }

    [Fact]
    public async Task A_filter_without_a_zone_stays_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Get($"{V2}/requests.json?start_date=2026-03-01T09:00:00")).Status);
    }

    [Theory]
    [InlineData("/open311/discovery.json")]
    [InlineData("/open311/v2/discovery.json")]
    public async Task Discovery_is_found_beside_the_endpoint_too_and_offers_a_production_and_a_test_endpoint(string path)
    {
        var discovery = (await city.Get(path)).Json;

        var endpoints = discovery.GetProperty("endpoints").EnumerateArray().ToList();
        Assert.Equal(["production", "test"], endpoints.Select(e => e.GetProperty("type").GetString()).Order());
        Assert.All(endpoints, e => Assert.Equal("http://wiki.open311.org/GeoReport_v2", e.GetProperty("specification").GetString()));
        Assert.All(endpoints, e => Assert.Contains("text/xml", e.GetProperty("formats").EnumerateArray().Select(f => f.GetString())));
        Assert.True(DateTimeOffset.Parse(discovery.GetProperty("changeset").GetString()!, System.Globalization.CultureInfo.InvariantCulture) < DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Words_alone_sent_as_multipart_with_the_key_and_the_jurisdiction_in_the_form_are_taken()
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[]
        {
            ("api_key", city.Key), ("jurisdiction_id", ""), ("service_code", "cityscape.facility"), ("lat", "30.6"), ("long", "114.29"), ("description", "路灯不亮"),
        })
        {
            form.Add(new StringContent(value), name);
        }

        var told = await RequestsCity.Read(await city.Visitor.PostAsync($"{V2}/requests.xml", form));

        var id = Assert.Single(told.Xml.Elements("request")).Element("service_request_id")!.Value;
        Assert.Single((await city.Get($"{V2}/requests/{id}.xml?jurisdiction_id=")).Xml.Elements("request"));
    }

    [Fact]
    public async Task A_form_of_an_unknown_type_is_a_clear_error()
    {
        using var body = new StringContent("service_code=1", MediaTypeHeaderValue.Parse("text/plain"));
        var told = await RequestsCity.Read(await city.Visitor.PostAsync($"{V2}/requests.json", body));

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Equal("400", told.Json[0].GetProperty("code").GetString());
    }
}

[Collection(nameof(OnSqlite))]
public sealed class Open311SendersOnSqlite(SqliteRequestsCity city) : Open311SendersTests(city);

[Collection(nameof(OnPostgres))]
public sealed class Open311SendersOnPostgres(PostgresRequestsCity city) : Open311SendersTests(city);
