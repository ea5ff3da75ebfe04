namespace CityLoom.Detection.Essence;

/// <summary>The baseline of a day: it ends a guard before it, begins short and grows by a day until it has its full length.</summary>
internal static class GrowingBaseline
{
    public static (int First, int Length) Of(int t, EssenceOptions options)
    {
        var last = t - options.Guard - 1;
        var first = Math.Max(0, last - options.Baseline + 1);
        return (first, last - first + 1);
    }
}
