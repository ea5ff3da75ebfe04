using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Tests.Support;

namespace CityLoom.Load;

/// <summary>
/// Fills a store with matters that were closed over the last five years, each with its words in the full-text index and its chain in
/// the journal, through the product's own book of matters. The server must not be running.
/// </summary>
internal static class Fill
{
    private const int Batch = 1_000;
    private const int BatchesAtOnce = 16;
    private static readonly string[] Things = ["井盖松动", "消防通道堵塞", "路灯不亮", "积水点排水不畅", "电动自行车飞线充电", "占道经营", "护栏破损", "行道树倾斜"];
    private static readonly string[] Wishes = ["请尽快处理", "居民多次反映", "影响出行安全", "已现场核实", "需要多部门会商"];

    /// <summary>Adds closed matters to the city's store until it has that many.</summary>
    public static async Task Matters(StorageOptions store, int wanted)
    {
        await using var database = store.Open();
        var count = wanted - database.Read(s => s.Value<int>("select count(*) from matters where open = 0"));
        var places = StreetOffices();
        var now = TimeProvider.System.GetUtcNow();
        var batches = Enumerable.Range(0, (Math.Max(count, 0) + Batch - 1) / Batch);
        var done = 0;
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce }, async (batch, _) =>
        {
            var size = Math.Min(Batch, count - (batch * Batch));
            await database.WriteAsync(writing => AddBatch(writing, new Random(batch), places, now, size));
            if (Interlocked.Add(ref done, size) % 100_000 == 0)
            {
                Console.Error.WriteLine($"filled {done:N0} of {count:N0}");
            }
        });
    }

    private static int AddBatch(Writing writing, Random random, string[] places, DateTimeOffset now, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var matter = Closed(random, places[random.Next(places.Length)], now.AddMinutes(-random.Next(5 * 365 * 24 * 60) - 10_000));
            var stored = MatterBook.Insert(writing, matter with { State = MatterState.Registered, EndedAt = null }, matter.CreatedAt, Actor.System);
            MatterBook.Save(writing, matter with { Id = stored.Id }, matter.EndedAt!.Value, Actor.System, "close", null);
        }

        return size;
    }

    private static Matter Closed(Random random, string street, DateTimeOffset created)
    {
        var thing = Things[random.Next(Things.Length)];
        var closed = created.AddMinutes(random.Next(60, 7_000));
        return new Matter
        {
            Kind = "hazard",
            Title = $"{street[..6]}第{random.Next(1, 4_000)}网格{thing}",
            Words = $"巡查发现{thing}，{Wishes[random.Next(Wishes.Length)]}。编号{random.Next(100_000_000)}。",
            State = MatterState.Closed,
            Territory = street,
            Place = $"{street[..4]}/{street[..6]}/{street}",
            Accountable = $"{street}.jd",
            Handling = $"{street}.jd",
            CreatedAt = created,
            AcceptedAt = created,
            Term = "days:10",
            DueAt = created.AddDays(14),
            FirstDueAt = created.AddDays(14),
            ResolvedAt = closed,
            EndedAt = closed,
            Version = 7,
        };
    }

    private static string[] StreetOffices() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "demo", "organizations.csv"))
            .Select(line => line.Split(',')[0])
            .Where(code => code.EndsWith(".jd", StringComparison.Ordinal))
            .Select(code => code[..^3]),
    ];
}
