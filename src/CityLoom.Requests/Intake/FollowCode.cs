using System.Security.Cryptography;

namespace CityLoom.Requests.Intake;

/// <summary>The code by which a resident follows a request: short enough to be read over the telephone, too many to be guessed.</summary>
internal static class FollowCode
{
    /// <summary>No 0, O, 1, I or L, which a person could misread; 31 to the power of 8 are some 850 thousand millions.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A new one.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Letters, 8);
}
