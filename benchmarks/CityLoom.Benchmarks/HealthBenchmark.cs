using System.CommandLine;
using System.Diagnostics;
using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Trees;
using CityLoom.Health;
using CityLoom.Health.Counts;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Benchmarks;

/// <summary>How long it takes to bring a day's counts of many places in, and to sweep them; on SQLite in a folder that is deleted at the end.</summary>
internal static class HealthBenchmark
{
    public static Command Command()
    {
        var streams = new Option<int>("--streams") { Description = "daily streams", DefaultValueFactory = _ => 20 };
        var places = new Option<int>("--places") { Description = "places that report", DefaultValueFactory = _ => 3_300 };
        var days = new Option<int>("--days") { Description = "days of history", DefaultValueFactory = _ => 100 };
        var command = new Command("health", "import and sweep of daily counts at many places, most of them rare") { streams, places, days };
        command.SetAction(call => RunAsync(call.GetValue(streams), call.GetValue(places), call.GetValue(days)));
        return command;
    }

    private static async Task RunAsync(int streams, int places, int days)
    {
        var folder = Directory.CreateTempSubdirectory("cityloom-health-").FullName;
        try
        {
            await using var database = new StorageOptions { Folder = folder }.Open();
            await Migrations.ApplyAsync(database, [new KernelModule(), new CityModule(), new HealthModule()], TimeProvider.System);
            var clock = new CityClock(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
            var city = new CityContext(clock, new CityTreesBook(database, TimeProvider.System), new CalendarBook(database, clock));
            var all = Enumerable.Range(0, streams).Select(i => new HealthStream { Code = $"c{i / 5}.s{i % 5}", Condition = $"c{i / 5}", ConditionName = "c", Source = $"s{i % 5}", SourceName = "s", Rhythm = CountRhythm.Day }).ToList();
            await database.WriteAsync(w => StreamBook.Put(w, all, city.Now, Actor.System).Value);
            var (today, random) = (clock.Today, new Random(1));
            var means = Enumerable.Range(0, places).Select(p => p % 10 == 0 ? 6.0 : 0.05).ToArray();

            await TimeAsync($"import {streams * places * days:N0} counts, {days} days", () => Import(database, city, all, means, today.AddDays(-days), today.AddDays(-1), random));
            await TimeAsync($"import {streams * places:N0} counts, one day", () => Import(database, city, all, means, today, today, random));
            var sweep = new RunSweep(database, city, new TerritoryNeighbours());
            SweepResult? swept = null;
            await TimeAsync($"sweep {streams * places:N0} series", async () => swept = (await sweep.RunAsync(today)).Value);
            await TimeAsync("the same sweep again", async () => swept = (await sweep.RunAsync(today)).Value);
            Console.WriteLine($"{swept!.Judged:N0} of {swept.Series:N0} series judged; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576:N0} MiB; "
                + $"store {new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length) / 1048576:N0} MiB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Import(Database database, CityContext city, List<HealthStream> streams, double[] means, DateOnly from, DateOnly until, Random random)
    {
        var known = database.Read(StreamBook.All);
        foreach (var stream in known)
        {
            var counts = new List<NewCount>(means.Length * (until.DayNumber - from.DayNumber + 1));
            for (var p = 0; p < means.Length; p++)
            {
                for (var day = from.DayNumber; day <= until.DayNumber; day++)
                {
                    counts.Add(new(stream.Code, $"42{p:0000000}", day, Draw(means[p], random)));
                }
            }

            await database.WriteAsync(w => CountBook.Record(w, stream, counts, city.Now, Actor.System));
        }
    }

    private static int Draw(double mean, Random random)
    {
        var (limit, product, n) = (Math.Exp(-mean), random.NextDouble(), 0);
        for (; product > limit; n++)
        {
            product *= random.NextDouble();
        }

        return n;
    }

    private static async Task TimeAsync(string what, Func<Task> work)
    {
        var (process, watch) = (Process.GetCurrentProcess(), Stopwatch.StartNew());
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        Console.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0.00} s, {(process.TotalProcessorTime - before).TotalSeconds:0.00} s of processor time");
    }
}
