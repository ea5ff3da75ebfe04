using System.Diagnostics;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Simulation;
using CityLoom.Requests.Understanding;
using CityLoom.Tests.Support;

namespace CityLoom.Load;

/// <summary>
/// Fills a store with a year of requests in the shape of a hotline's, each with its words in the index and its chains in the journal, so
/// that the store passes its own verification. Rows are made on all cores and written in large transactions; indexes that only
/// readers need are made anew at the end. The server must not be running.
/// </summary>
internal sealed class FillRequests(Database database, CityContext city)
{
    private const int Batch = 5_000;
    private const int Days = 365;
    private const int Ahead = 4;

    /// <summary>Adds requests to a city's store until it has that many.</summary>
    public static async Task Run(StorageOptions store, long wanted)
    {
        await using var database = store.Open();
        var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var city = new CityContext(clock, new CityTreesBook(database, TimeProvider.System), new CalendarBook(database, clock));
        await new FillRequests(database, city).Run(wanted - database.Read(s => s.Value<long>("select count(*) from requests")));
    }

    private async Task Run(long count)
    {
        if (count <= 0)
        {
            return;
        }

        var start = Stopwatch.GetTimestamp();
        var indexes = await database.WriteAsync(w => w.Dialect == Dialect.Sqlite ? TakeIndexes(w) : []);
        await Fill(count, database.Read(s => s.Value<long>("select max(id) from matters")) + 1, start);
        foreach (var index in indexes)
        {
            await database.WriteAsync(w => w.Execute(index));
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.Error.WriteLine($"filled {count:N0} requests in {seconds:F0} s, {count / seconds * 60:N0} a minute, indexes included");
    }

    private async Task Fill(long count, long first, long start)
    {
        var underWay = new Queue<Task<FilledRequest[]>>();
        var (next, done) = (first, 0L);
        foreach (var chunk in Simulated(count).Chunk(Batch))
        {
            var from = next;
            next += chunk.Length;
            underWay.Enqueue(Task.Run(() => chunk.Select((made, i) => FilledRequest.Of(made, from + i, city)).ToArray()));
            done += underWay.Count > Ahead ? await Write(await underWay.Dequeue()) : 0;
            if (done / (100 * Batch) != (done - Batch) / (100 * Batch))
            {
                Console.Error.WriteLine($"{done:N0} of {count:N0} after {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
            }
        }

        foreach (var last in underWay)
        {
            await Write(await last);
        }
    }

    private Task<int> Write(FilledRequest[] batch) => database.WriteAsync(writing =>
    {
        foreach (var request in batch)
        {
            request.Write(writing);
        }

        return batch.Length;
    });

    private IEnumerable<SimulatedRequest> Simulated(long count)
    {
        var places = city.Territories.OfLevel(TerritoryLevel.Community).Select(t => t.Code).ToList();
        var shape = new RequestShape(Samples(), places, city.Clock.Today.AddDays(-Days), Days + 1, (double)count / Days);
        var until = city.Clock.Local(city.Now);
        return SimulateRequests.Run(shape, seed: 311).TakeWhile(r => r.Time < until).Take((int)count);
    }

    private static List<LabelledRequest> Samples()
    {
        using var text = File.OpenText(Path.Combine(Repository.Root, "demo", "requests.csv"));
        using var file = RequestFile.Open(text, ["label", "subject", "detail"], (line, words) => throw new InvalidDataException($"{line}: {words}"))!;
        var samples = new List<LabelledRequest>();
        while (file.Read())
        {
            samples.Add(new LabelledRequest(file["label"], file.Words));
        }

        return samples;
    }

    /// <summary>Takes away the indexes that only readers need; returns the statements that make them again.</summary>
    private static List<string> TakeIndexes(Writing writing)
    {
        var indexes = writing.Rows<Index>(
            "select name, sql from sqlite_master where type = 'index' and tbl_name in ('matters', 'requests', 'journal') and sql is not null and sql not like 'create unique%'");
        foreach (var index in indexes)
        {
            writing.Execute($"drop index {index.Name}");
        }

        return indexes.ConvertAll(i => i.Sql);
    }

    private sealed record Index
    {
        public string Name { get; init; } = "";

        public string Sql { get; init; } = "";
    }
}
