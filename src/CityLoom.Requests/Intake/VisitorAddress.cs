using System.Net;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Requests.Intake;

/// <summary>By which address a visitor is counted.</summary>
public static class VisitorAddress
{
    /// <summary>
    /// The address of the connection; where it comes from this machine itself, which is where a reverse proxy stands, the address that
    /// the proxy saw. A header sent from anywhere else is not believed.
    /// </summary>
    public static string Of(HttpContext http)
    {
        var remote = http.Connection.RemoteIpAddress;
        if (remote is null || !IPAddress.IsLoopback(remote))
        {
            return remote?.ToString() ?? "";
        }

        var seen = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPAddress.TryParse(seen, out var visitor) ? visitor.ToString() : remote.ToString();
    }
}
