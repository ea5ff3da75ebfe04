namespace CityLoom.Detection.Nowcast;

/// <summary>Sums of spans.</summary>
internal static class Sums
{
    public static int Sum(this Span<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }
        return sum;
    }
}
