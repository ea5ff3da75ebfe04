using CityLoom.Detection.Space;

namespace CityLoom.Oracles.Space;

/// <summary>A small made-up city with cases; some of its sites lie at equal distances and some have nobody.</summary>
internal sealed record City(NeighbourOrder Order, CaseTable Cases, ScanOptions Options)
{
    public static City Make(int seed, int sites, int days, int cases, bool clumped, ScanOptions options)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, sites)
            .Select(i => new Site($"P{i}", random.Next(12), random.Next(12), i > 1 && random.Next(9) == 0 ? 0 : random.Next(1, 5000)))
            .ToList();
        var order = new NeighbourOrder(places);
        var lived = Enumerable.Range(0, sites).Where(i => places[i].Population > 0).ToArray();
        var cells = Enumerable.Range(0, cases).Select(_ => clumped && random.Next(4) == 0
            ? new CaseCount(lived[0], days - 1 - random.Next(Math.Min(3, days)), 1)
            : new CaseCount(lived[random.Next(lived.Length)], random.Next(days), 1));
        return new(order, new CaseTable(sites, days, [.. cells]), options);
    }
}
