using System.Net;
using System.Text.RegularExpressions;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Hosting;

/// <summary>What people change of their own account: the password, and the keys of their programs.</summary>
public abstract partial class OwnAccountTests(ServedCity city)
{
    private const string Other = "another good password";

    [Fact]
    public async Task Another_password_keeps_this_session_and_ends_the_others()
    {
        using var here = city.Open("127.0.0.61");
        using var elsewhere = city.Open("127.0.0.62");
        await here.SignIn("intake");
        await elsewhere.SignIn("intake");

        await Change(here, ServedCity.Password, Other, Other);

        Assert.Equal(HttpStatusCode.OK, (await here.Get("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Get("/account")).Status);
        Assert.Equal("/city", (await elsewhere.Submit("/sign-in", "/sign-in", ("name", "intake"), ("password", Other))).Headers["Location"]);
        await Change(here, Other, ServedCity.Password, ServedCity.Password);
    }

    [Theory]
    [InlineData("not my password", Other, Other, "当前密码不对")]
    [InlineData(ServedCity.Password, Other, Other + "!", "两次输入")]
    [InlineData(ServedCity.Password, "short", "short", "10–200")]
    public async Task A_wrong_present_password_a_slip_and_a_weak_one_change_nothing(string present, string wanted, string repeated, string why)
    {
        using var browser = city.Open("127.0.0.63");
        await browser.SignIn("auditor");

        await Change(browser, present, wanted, repeated);

        Assert.Contains(why, WebUtility.HtmlDecode((await browser.Get("/account")).Text), StringComparison.Ordinal);
        using var again = city.Open("127.0.0.64");
        Assert.Equal("/city", (await again.SignIn("auditor")).Headers["Location"]);
    }

    [Fact]
    public async Task A_revoked_key_signs_nobody_in()
    {
        var key = await CityStaff.KeyOf(city.City, "dispatcher");
        using var program = new Caller(city.City.Client(), key);
        Assert.Equal(HttpStatusCode.OK, (await program.Get("/api/matters")).Status);
        using var browser = city.Open("127.0.0.65");
        await browser.SignIn("dispatcher");
        var newest = Revocation.Match((await browser.Get("/account")).Text).Value;

        await browser.Submit("/account", newest);

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Get("/api/matters")).Status);
        using var stranger = city.Open("127.0.0.66");
        await stranger.SignIn("auditor");
        await stranger.Submit("/account", newest);
        Assert.Contains("没有这枚密钥", WebUtility.HtmlDecode((await stranger.Get("/account")).Text), StringComparison.Ordinal);
    }

    private static Task<Answer> Change(Browser browser, string present, string wanted, string repeated) =>
        browser.Submit("/account", "/account/password", ("present", present), ("wanted", wanted), ("repeated", repeated));

    [GeneratedRegex("/account/keys/[0-9]+/revocation")]
    private static partial Regex Revocation { get; }
}

[Collection(OnSqlite.Name)]
public sealed class OwnAccountOnSqliteTests(SqliteCity city) : OwnAccountTests(city);

[Collection(OnPostgres.Name)]
public sealed class OwnAccountOnPostgresTests(PostgresCity city) : OwnAccountTests(city);
