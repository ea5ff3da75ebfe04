using CityLoom.City.Territories;

namespace CityLoom.Requests.Desk;

/// <summary>
/// What places do to the likeness of words: nobody's lamp at the other end of the city is this lamp, however alike the words.
/// </summary>
/// <remarks>
/// Set by hand, not fitted: within 150 m or in one community 1.2 is added to the logit of the words' likeness; in another street, or beyond
/// 2 km, it counts four tenths, too little for the same; in another district nothing. While the place is not known, nothing counts as the same.
/// </remarks>
internal static class SamePlace
{
    private const double Near = 150;
    private const double Far = 2_000;
    private const double Here = 1.2;
    private const double Elsewhere = 0.39;
    private const double Unplaced = 0.35;
    private const int CommunityDepth = 4;
    private const int DistrictDepth = 2;

    /// <summary>The likeness by words, time and place.</summary>
    /// <param name="words">The likeness by words and time, 0 to 1.</param>
    /// <param name="a">Path of one place, codes from the city down joined by slashes; empty when not known.</param>
    /// <param name="b">Path of the other.</param>
    /// <param name="metres">Metres between their points; null where one has none.</param>
    public static double Weigh(double words, string a, string b, double? metres)
    {
        var (one, other) = (Parts(a), Parts(b));
        var known = Math.Min(one.Length, other.Length);
        var shared = Enumerable.Range(0, known).TakeWhile(i => one[i] == other[i]).Count();
        return metres <= Near || (shared == known && known >= CommunityDepth) ? Likelier(words)
            : shared < known && shared < DistrictDepth ? 0
            : metres > Far || shared < known ? words * Elsewhere
            : metres is null && known < DistrictDepth ? Math.Min(words, Unplaced)
            : words;
    }

    private static double Likelier(double words)
    {
        var p = Math.Clamp(words, 1e-6, 1 - 1e-6);
        return 1 / (1 + Math.Exp(-(Math.Log(p / (1 - p)) + Here)));
    }

    private static string[] Parts(string place) => place.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Metres between two points, where both are known.</summary>
    public static double? Metres(GeoPoint? a, GeoPoint? b) => a is { } one && b is { } other ? one.MetresTo(other) : null;
}
