namespace CityLoom.Detection.Glr;

/// <summary>Finds the smallest count that alarms by trying one after the other.</summary>
internal static class CountingUp
{
    private const int Most = 100_000;

    public static double Bound(IChart chart, Stretch stretch, double limit)
    {
        var observed = stretch.Counts[^1];
        var count = 0;
        while (count < Most && Below(chart, stretch, limit, count))
        {
            count++;
        }
        stretch.ReplaceLast(observed);
        return count == Most ? double.NaN : count;
    }

    private static bool Below(IChart chart, Stretch stretch, double limit, int count)
    {
        stretch.ReplaceLast(count);
        var statistic = chart.Statistic(stretch);
        return chart.AlarmsAtLimit ? statistic < limit : statistic <= limit;
    }
}
