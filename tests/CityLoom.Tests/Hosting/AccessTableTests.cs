using CityLoom.Hosting;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Tests.Hosting;

public sealed class AccessTableTests
{
    /// <summary>What a resident does without an account: with number and code, or through a program with a key of its own.</summary>
    private static readonly string[] OfResidents =
    [
        "/api/requests/{number}/answer",
        "/api/requests/{number}/joins",
        "/api/requests/{number}/messages",
        "/api/requests/{number}/reopening",
        "/open311/v2/requests",
        "/open311/v2/requests.{format}",
        "/open311/v2/servicerequestupdates",
        "/open311/v2/servicerequestupdates.{format}",
        "/r/{number}/answer",
        "/r/{number}/messages",
        "/r/{number}/reopening",
        "/report",
    ];

    [Fact]
    public void An_auditor_changes_nothing_that_a_resident_may_not() => Assert.Equal(
        ["/account/keys/{id:long}/revocation", "/account/password", .. OfResidents, "/sign-in", "/sign-out"], Changing(line => line.Lets(Role.Auditor)));

    [Fact]
    public void A_visitor_signs_in_or_acts_as_a_resident() => Assert.Equal([.. OfResidents, "/sign-in"], Changing(line => line.Public));

    [Fact]
    public void An_endpoint_without_a_line_and_a_line_without_an_endpoint_are_named()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/known/{id:long}", () => "");
        app.MapPost("/forgotten", () => "");
        var table = new AccessTable([new("GET", "/known/{id:long}", [], false), new("GET", "/gone", [], true)]);

        var gaps = table.Gaps(((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()).ToList();

        Assert.Equal(2, gaps.Count);
        Assert.Contains(gaps, g => g.StartsWith("POST /forgotten has no line", StringComparison.Ordinal));
        Assert.Contains(gaps, g => g.StartsWith("GET /gone of the access table is no endpoint", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Changing(Func<AccessLine, bool> reached) =>
        Access.Table.Lines.Where(line => line.Method != "GET" && reached(line)).Select(line => line.Pattern);
}
