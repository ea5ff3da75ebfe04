using CityLoom.Reach.Inputs;

namespace CityLoom.Oracles.Dispatch;

/// <summary>A city along a line: the time between two places named by numbers is their distance.</summary>
internal static class Line
{
    public static PlaceTimes Times(params int[] places)
    {
        var times = new PlaceTimes();
        foreach (var from in places)
        {
            foreach (var to in places)
            {
                times.Set($"{from}", $"{to}", Math.Abs(from - to));
            }
        }

        return times;
    }
}
