using CityLoom.Kernel;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Requests.Open311;

/// <summary>What was posted, in either encoding of a form.</summary>
/// <param name="Form">Its fields and files.</param>
internal sealed record Posted(IFormCollection Form)
{
    /// <summary>Reads it; refused when it is no form, breaks off, is too large or in an encoding that nobody should use.</summary>
    public static async Task<Outcome<Posted>> ReadAsync(HttpContext http, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType)
        {
            return Refusals.NotAForm;
        }

        try
        {
            return new Posted(await http.Request.ReadFormAsync(cancel).ConfigureAwait(false));
        }
        catch (Exception malformed) when (malformed is BadHttpRequestException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Refusals.Malformed(malformed.Message);
        }
    }
}
