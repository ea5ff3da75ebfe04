namespace CityLoom.Reach.Roads;

/// <summary>Sorting by counting, the way arcs are put in rows by node.</summary>
internal static class Sorting
{
    /// <summary>Items 0, 1, 2 … sorted by key, stable, and where the items of each key begin (with the number of items at the end).</summary>
    public static (int[] First, int[] Items) ByKey(ReadOnlySpan<int> keys, int keyCount)
    {
        var (first, items) = (new int[keyCount + 1], new int[keys.Length]);
        foreach (var key in keys)
        {
            first[key + 1]++;
        }
        for (var key = 0; key < keyCount; key++)
        {
            first[key + 1] += first[key];
        }
        var next = first.AsSpan(0, keyCount).ToArray();
        for (var item = 0; item < keys.Length; item++)
        {
            items[next[keys[item]]++] = item;
        }
        return (first, items);
    }
}
