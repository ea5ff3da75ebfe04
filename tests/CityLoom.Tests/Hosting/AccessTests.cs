using System.Net;
using System.Text.RegularExpressions;
using CityLoom.Hosting;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Hosting;

/// <summary>Every endpoint with every role and with none, over HTTP: who gets through is who the table lets, nobody else.</summary>
public abstract partial class AccessTests(ServedCity city)
{
    [Fact]
    public async Task Who_reaches_an_endpoint_is_whom_the_table_lets()
    {
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var caller = city.As(role.ToString().ToLowerInvariant());
            foreach (var line in Access.Table.Lines)
            {
                var status = (int)(await Ask(caller, line)).Status;
                var through = status is not (401 or 403) || ChecksItsOwnKey(line);
                if (through != line.Lets(role) || status >= 500)
                {
                    wrong.Add($"{line.Method} {line.Pattern} as {role}: {status}, the table says {(line.Lets(role) ? "yes" : "no")}");
                }
            }
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task A_visitor_reaches_what_is_public_and_is_told_to_sign_in_elsewhere()
    {
        using var visitor = city.As(null);
        var wrong = new List<string>();
        foreach (var line in Access.Table.Lines)
        {
            var status = (await Ask(visitor, line)).Status;
            var page = await Ask(visitor, line, "text/html");
            var right = line.Public ? status != HttpStatusCode.Unauthorized
                : status == HttpStatusCode.Unauthorized && (line.Pattern.StartsWith("/api", StringComparison.Ordinal)
                    ? page.Status == HttpStatusCode.Unauthorized
                    : page.Status == HttpStatusCode.Redirect && page.Headers["Location"].Contains("/sign-in", StringComparison.Ordinal));
            wrong.AddRange(right ? [] : [$"{line.Method} {line.Pattern}: {status}, {page.Status}"]);
        }

        Expect.None(wrong);
    }

    [Fact]
    public async Task A_key_that_nobody_has_opens_nothing()
    {
        using var caller = new Caller(city.City.Client(), "cl_00");

        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.Get("/api/matters")).Status);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_a_browser_at_home()
    {
        using var staff = city.As("supervisor");
        using var visitor = city.As(null);
        var answers = new List<Answer>
        {
            await visitor.Get("/"), await visitor.Get("/sign-in"), await visitor.Get("/nowhere"), await visitor.Get("/api/matters"), await visitor.Get("/health/ready"),
            await staff.Get("/city"), await staff.Get("/api/matters"), await staff.Get("/api/matters/999999"), await staff.PostRaw("/api/matters", "{"),
            await staff.Send(HttpMethod.Delete, "/api/matters", null), await visitor.Get("/icon.svg"), await visitor.Send(HttpMethod.Post, "/sign-in", null, null, "text/html"),
        };
        foreach (var answer in answers)
        {
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Contains("default-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("same-origin", answer.Headers["Referrer-Policy"]);
        }
    }

    /// <summary>Open311 lets everybody in and answers 403 in its own form to a key that may not make requests.</summary>
    private static bool ChecksItsOwnKey(AccessLine line) => line is { Method: "POST", Public: true } && line.Pattern.StartsWith("/open311/", StringComparison.Ordinal);

    private static Task<Answer> Ask(Caller caller, AccessLine line, string? accept = null)
    {
        var path = Parameter.Replace(line.Pattern, m => m.Value.StartsWith("{hash", StringComparison.Ordinal) ? new string('a', 64) : "999999");
        HttpContent? body = line.Method != "POST" ? null
            : line.Pattern.StartsWith("/api", StringComparison.Ordinal) ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
            : new FormUrlEncodedContent([]);
        return caller.Send(new HttpMethod(line.Method), path, body, null, accept);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter { get; }
}

[Collection(OnSqlite.Name)]
public sealed class AccessOnSqliteTests(SqliteCity city) : AccessTests(city);

[Collection(OnPostgres.Name)]
public sealed class AccessOnPostgresTests(PostgresCity city) : AccessTests(city);
