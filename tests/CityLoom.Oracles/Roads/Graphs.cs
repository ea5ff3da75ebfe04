using System.Text;
using CityLoom.Reach.Roads;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Roads;

/// <summary>Small networks for tests, written by hand or made at random from a seed.</summary>
internal static class Graphs
{
    /// <summary>A network from its arcs in DIMACS words: <c>1 2 10, 2 3 5</c>.</summary>
    public static TravelTimes Of(int nodes, string arcs)
    {
        var lines = arcs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return DimacsReader.Read(Text($"p sp {nodes} {lines.Length}\n" + string.Concat(lines.Select(line => $"a {line}\n"))));
    }

    public static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Random networks with everything that goes wrong in true ones: parallel arcs, loops, arcs of no time, very long arcs, parts
    /// without a connection.
    /// </summary>
    public static Arbitrary<TravelTimes> Random() => Arb.From(Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        var random = new Random(seed);
        var (nodes, arcs) = (random.Next(1, 30), random.Next(0, 90));
        var longest = random.Next(3) == 0 ? 1_000_000 : 40;
        return Of(nodes, string.Join(',', Enumerable.Range(0, arcs).Select(_ =>
            $"{random.Next(nodes) + 1} {random.Next(nodes) + 1} {(random.Next(5) == 0 ? 0 : random.Next(longest))}")));
    }));
}
