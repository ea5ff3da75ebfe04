using System.Net;
using CityLoom.Kernel.Accounts;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Hosting;

/// <summary>Sessions of people. Each test comes from an address of its own, since attempts are counted by address.</summary>
public abstract class SignInTests(ServedCity city)
{
    [Fact]
    public async Task Who_signs_in_gets_in_and_who_signs_out_is_out()
    {
        using var browser = city.Open("127.0.0.11");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/city")).Status);

        Assert.Equal("/city", (await browser.SignIn("supervisor")).Headers["Location"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/city")).Status);

        await browser.Submit("/matters/new", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/city")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        using var browser = city.Open("127.0.0.12");

        var answer = await browser.Submit("/sign-in", "/sign-in", ("name", "supervisor"), ("password", ServedCity.Password), ("returnUrl", returnUrl));

        Assert.True((int)answer.Status < 500, answer.Text);
        Assert.DoesNotContain("evil", answer.Headers.GetValueOrDefault("Location") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_changes_nothing()
    {
        using var browser = city.Open("127.0.0.13");
        using var staff = city.As("supervisor");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Submit(null, "/sign-in", ("name", "supervisor"), ("password", ServedCity.Password))).Status);
        await browser.SignIn("supervisor");

        var forged = await browser.Submit(null, "/matters", ("kind", "hazard"), ("title", "伪造的表单"));
        var forgedOut = await browser.Submit(null, "/sign-out");
        var script = await browser.PostJson("/api/matters", "{\"kind\":\"hazard\",\"title\":\"伪造的请求\"}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (forged.Status, forgedOut.Status, script.Status));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/city")).Status);
        Assert.Equal(0, (await staff.Get("/api/matters?text=" + Uri.EscapeDataString("伪造"))).Good["total"].GetInt32());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/matters/new", "/matters", ("kind", "hazard"), ("title", "有令牌的表单"))).Status);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        using var browser = city.Open("127.0.0.14");
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains("/sign-in", (await browser.SignIn("epidemiologist", "not the password")).Headers["Location"], StringComparison.Ordinal);
        }

        var right = await browser.SignIn("epidemiologist");

        Assert.Contains("/sign-in", right.Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("锁定", (await browser.Get("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/city")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_and_a_stopped_key_opens_nothing()
    {
        using var browser = city.Open("127.0.0.15");
        Assert.Equal("/city", (await browser.SignIn("second")).Headers["Location"]);
        await using (var database = city.Store.Open())
        {
            await database.WriteAsync(w => AccountBook.SetPassword(w, TimeProvider.System.GetUtcNow(), default, "second", "a new and longer one"));
        }

        var left = 0;
        while ((await browser.Get("/city")).Status == HttpStatusCode.OK)
        {
            Assert.True(left++ < 100, "the session outlives its password");
            await Task.Delay(100);
        }

        Assert.Contains("/sign-in", (await browser.SignIn("second")).Headers["Location"], StringComparison.Ordinal);
        Assert.Equal("/city", (await browser.SignIn("second", "a new and longer one")).Headers["Location"]);
    }

    [Fact]
    public async Task Who_tries_again_and_again_is_told_to_wait()
    {
        using var browser = city.Open("127.0.0.16");
        var answers = new List<Answer>();
        for (var i = 0; i < 31; i++)
        {
            answers.Add(await browser.Submit(null, "/sign-in", ("name", "nobody")));
        }

        Assert.All(answers[..30], a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
        Assert.Equal((HttpStatusCode.TooManyRequests, "30"), (answers[30].Status, answers[30].Headers["Retry-After"]));
        Assert.Equal("nosniff", answers[30].Headers["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task A_visitor_who_asks_too_fast_is_told_to_wait_and_others_are_not()
    {
        using var fast = city.Open("127.0.0.17");
        using var other = city.Open("127.0.0.18");
        var tooMany = 0;
        for (var round = 0; round < 40 && tooMany == 0; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => fast.Get("/health/ready")));
            tooMany = answers.Count(a => a.Status == HttpStatusCode.TooManyRequests);
        }

        Assert.True(tooMany > 0, "nobody was told to wait");
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/health/ready")).Status);
    }
}

[Collection(OnSqlite.Name)]
public sealed class SignInOnSqliteTests(SqliteCity city) : SignInTests(city);

[Collection(OnPostgres.Name)]
public sealed class SignInOnPostgresTests(PostgresCity city) : SignInTests(city);
