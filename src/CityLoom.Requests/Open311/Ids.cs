using System.Globalization;

namespace CityLoom.Requests.Open311;

/// <summary>Identities as programs see them: plain digits, which every client keeps as it got them.</summary>
internal static class Ids
{
    public static string Write(long id) => id.ToString(CultureInfo.InvariantCulture);
}
