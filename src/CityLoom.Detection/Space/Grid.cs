namespace CityLoom.Detection.Space;

/// <summary>
/// Expectations on a logarithmic grid, so that the product of a zone's share and a window's share is a sum of two whole numbers. Both are
/// rounded down: the expectation read back is never above the true one, and a bound made from it never loses a cluster.
/// </summary>
internal static class Grid
{
    private const double Step = 0.01;
    private const double Smallest = 1e-9;

    /// <summary>Number of the grid's largest expectation, that of all cases.</summary>
    public static readonly int Top = (int)Math.Ceiling(-Math.Log(Smallest) / Step);

    /// <summary>Steps, 0 or negative, from one down to a share.</summary>
    public static int Steps(double share) => share <= Smallest ? -Top : Math.Min(0, (int)Math.Floor(Math.Log(share) / Step));

    /// <summary>Place on the grid of the product of two shares.</summary>
    public static int Place(int zone, int window) => Math.Max(0, Top + zone + window);

    /// <summary>The share at a place, a hair lower against rounding; 0 at the lowest place, which stands for all below it.</summary>
    public static double Share(int place) => place == 0 ? 0 : Math.Exp((place - Top) * Step) * (1 - 1e-12);
}
