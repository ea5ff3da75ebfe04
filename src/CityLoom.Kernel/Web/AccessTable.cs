using System.Collections.Frozen;
using CityLoom.Kernel.Accounts;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Kernel.Web;

/// <summary>A line of the access table: who may reach an endpoint at all. What they may do with a matter is for the matter's own table.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Pattern">Route pattern as it is mapped, such as <c>/api/matters/{id}</c>.</param>
/// <param name="Roles">Roles that may; empty for every role.</param>
/// <param name="Public">True when no sign-in is needed.</param>
public sealed record AccessLine(string Method, string Pattern, IReadOnlyList<Role> Roles, bool Public)
{
    /// <summary>True when this person may reach the endpoint.</summary>
    public bool Lets(SignedIn? who) => Public || (who is not null && who.Grants.Any(g => Lets(g.Role)));

    /// <summary>True when a holder of this role may reach the endpoint.</summary>
    public bool Lets(Role role) => Public || Roles.Count == 0 || Roles.Contains(role);
}

/// <summary>Every endpoint and who may reach it. The host does not start while an endpoint has no line or a line no endpoint.</summary>
public sealed class AccessTable
{
    private readonly FrozenDictionary<(string Method, string Pattern), AccessLine> _lines;

    /// <summary>Makes the table; a line given twice is a bug.</summary>
    public AccessTable(IEnumerable<AccessLine> lines) =>
        _lines = lines.Select(l => l with { Pattern = Normalize(l.Pattern) }).ToFrozenDictionary(l => (l.Method, l.Pattern));

    /// <summary>All lines.</summary>
    public IEnumerable<AccessLine> Lines => _lines.Values.OrderBy(l => l.Pattern, StringComparer.Ordinal).ThenBy(l => l.Method, StringComparer.Ordinal);

    /// <summary>The line of an endpoint, or null.</summary>
    public AccessLine? For(string method, RouteEndpoint endpoint) =>
        _lines.GetValueOrDefault((method == "HEAD" || IsPage(endpoint) ? "GET" : method, Normalize(endpoint.RoutePattern.RawText ?? "")));

    /// <summary>True when this person may reach the endpoint of a method and pattern; false when there is none.</summary>
    public bool Lets(string method, string pattern, SignedIn? who) => _lines.GetValueOrDefault((method, Normalize(pattern)))?.Lets(who) == true;

    /// <summary>What is wrong between the table and the endpoints that were mapped.</summary>
    public IEnumerable<string> Gaps(IEnumerable<RouteEndpoint> endpoints)
    {
        var mapped = endpoints.SelectMany(e => Methods(e).Select(m => (Method: m, Pattern: Normalize(e.RoutePattern.RawText ?? "")))).ToHashSet();
        return mapped.Where(m => !_lines.ContainsKey(m)).Select(m => $"{m.Method} {m.Pattern} has no line in the access table")
            .Concat(_lines.Keys.Where(k => !mapped.Contains(k)).Select(k => $"{k.Method} {k.Pattern} of the access table is no endpoint"))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>A page is only ever read; what a form posts has an endpoint of its own.</summary>
    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) => IsPage(endpoint)
        ? ["GET"]
        : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD") ?? ["GET"];

    private static string Normalize(string pattern) => "/" + pattern.Trim('/');
}
