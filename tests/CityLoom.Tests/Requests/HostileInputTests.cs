using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SkiaSharp;

namespace CityLoom.Tests.Requests;

/// <summary>Whatever is sent, the answer is clear and the server lives.</summary>
[Collection(nameof(OnSqlite))]
public sealed class HostileInputTests(SqliteRequestsCity city)
{
    private const string Script = "<script>alert(1)</script>\"'&<!--]]>";

    [Fact]
    public async Task Script_in_every_field_comes_back_as_text_in_both_forms()
    {
        var s = Uri.EscapeDataString(Script);
        var id = await city.Make($"address_string={s}&address_id={s}&attribute[note]={s}&attribute[{s}]={s}&email={s}&first_name={s}&last_name={s}&phone={s}&device_id={s}&account_id={s}&description={s}");

        var json = await city.Get($"/open311/v2/requests/{id}.json?extensions=true");
        var xml = await city.Get($"/open311/v2/requests/{id}.xml?extensions=true");

        Assert.DoesNotContain("<script", json.Text);
        Assert.DoesNotContain("<script", xml.Text);
        Assert.Equal(Script, json.Json[0].GetProperty("address").GetString());
        Assert.Equal(Script, xml.Xml.Element("request")!.Element("address")!.Value);
    }

    [Fact]
    public async Task A_formula_is_no_formula_in_CSV()
    {
        await city.Make("address_string=%3Dcmd%7C'/c calc'!A0");

        Assert.DoesNotContain(",=cmd", (await city.Get("/open311/v2/requests.csv")).Text);
    }

    [Theory]
    [InlineData("application/json", "{\"service_code\":\"x\"}")]
    [InlineData("text/xml", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>")]
    [InlineData("application/x-www-form-urlencoded", "%ZZ=%F0%9F&=&&&==")]
    [InlineData("application/x-www-form-urlencoded", "api_key=%00&service_code=%00&lat=%00")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\nbroken")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "service_code=+ADw-")]
    public async Task A_malformed_body_is_a_clear_error(string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var told = await RequestsCity.Read(await city.Visitor.PostAsync("/open311/v2/requests.xml", content));

        Assert.True(told.Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, told.ToString());
        Assert.NotEmpty(told.Xml.Element("error")!.Element("description")!.Value);
    }

    [Fact]
    public async Task Too_many_and_too_long_fields_are_refused()
    {
        var many = string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"attribute[a{i}]=1"));
        var deep = string.Join('&', Enumerable.Range(0, 60).Select(i => $"attribute[a{i}]=1"));
        var fields = $"service_code=cityscape.facility&{RequestsCity.Somewhere}&";

        Assert.Equal(HttpStatusCode.BadRequest, (await city.Post(fields + many)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Post(fields + deep)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Post(fields + "phone=" + new string('1', 100))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Post(fields + "address_string=" + new string('a', 100_000))).Status);
    }

    [Fact]
    public async Task A_bad_picture_leaves_no_request()
    {
        byte[][] pictures = [Encoding.UTF8.GetBytes(Script), [0xFF, 0xD8, 0xFF, 0xE0], Photo.Plain(SKEncodedImageFormat.Png)[..40], new byte[1000]];
        foreach (var picture in pictures)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(city.Key), "api_key" }, { new StringContent("cityscape.facility"), "service_code" },
                { new StringContent("420102"), "address_id" }, { new ByteArrayContent(picture), "media", "../../a.svg" },
            };
            var told = await RequestsCity.Read(await city.Visitor.PostAsync("/open311/v2/requests.json", form));
            Assert.True(told.Status == HttpStatusCode.BadRequest, told.ToString());
        }
    }

    [Theory]
    [InlineData("/api/requests/%00")]
    [InlineData("/api/requests/-1")]
    [InlineData("/api/requests/99999999999999999999")]
    [InlineData("/api/requests/SQ-")]
    [InlineData("/requests/photos/..%2F..%2Fcityloom.db")]
    [InlineData("/open311/v2/requests/' or 1=1 --.json")]
    [InlineData("/open311/v2/tokens/' or 1=1 --.json")]
    public async Task An_address_that_makes_no_sense_is_not_found(string path) =>
        Assert.InRange((int)(await city.Get(path)).Status, 400, 404);

    [Theory]
    [InlineData("{\"words\":\"x\\ud800y\",\"address\":\"江岸区\"}")]
    [InlineData("{\"words\":\"a\\u0000b\\u0007\",\"address\":\"江岸区\"}")]
    public async Task Characters_that_no_store_can_hold_are_taken_out(string body)
    {
        var answer = await city.Desk.PostAsync("/api/requests", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"latitude\":\"NaN\"}")]
    [InlineData("{\"words\":\"x1\",\"latitude\":1e999,\"longitude\":0}")]
    [InlineData("{\"words\":\"x1\",\"latitude\":90.1,\"longitude\":0}")]
    [InlineData("{\"words\":\"x1\",\"address\":\"江岸区\",\"urgency\":9}")]
    [InlineData("{\"words\":\"x1\",\"address\":\"江岸区\",\"photos\":[\"../../etc/passwd\"]}")]
    public async Task JSON_that_makes_no_sense_is_400(string body)
    {
        var answer = await city.Desk.PostAsync("/api/requests", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [InlineData("\"attributes\":null")]
    [InlineData("\"attributes\":{\"a\":null,\" \":[\"b\",null]}")]
    [InlineData("\"photos\":null")]
    [InlineData("\"contact\":null")]
    public async Task Null_is_as_good_as_absent(string field)
    {
        var answer = await city.Desk.PostAsync("/api/requests", new StringContent($"{{\"words\":\"路灯不亮\",\"address\":\"江岸区\",{field}}}", Encoding.UTF8, "application/json"));

        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
