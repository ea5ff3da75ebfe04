using System.CommandLine;
using System.Globalization;
using CityLoom.Kernel.Storage;
using CityLoom.Load;
using CityLoom.Tests.Support;

var matters = new Option<int>("--matters") { Description = "Closed matters in the full store", DefaultValueFactory = _ => 1_000_000 };
var requests = new Option<int>("--requests") { Description = "Stored requests in the full store instead, the year of a hotline" };
var clients = new Option<int>("--clients") { Description = "Clients at once", DefaultValueFactory = _ => 50 };
var seconds = new Option<int>("--seconds") { Description = "Seconds counted in each round, after a warm-up of a quarter of it", DefaultValueFactory = _ => 20 };
var rounds = new Option<int>("--rounds") { Description = "Rounds on each store, by turns", DefaultValueFactory = _ => 3 };
var keep = new Option<string?>("--keep") { Description = "Folder of the full store, filled the first time and kept; a temporary one when left out" };
var database = new Option<string[]>("--db") { Description = "Connection strings of two empty PostgreSQL databases; SQLite when left out", AllowMultipleArgumentsPerToken = true };
var command = new RootCommand("Drives create → assign → resolve → search over HTTP on an empty and on a full store, by turns.")
{
    matters, requests, clients, seconds, rounds, keep, database,
};
command.SetAction((parsed, _) => Run(
    parsed.GetValue(matters), parsed.GetValue(requests), parsed.GetValue(clients), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds),
    parsed.GetValue(keep), parsed.GetValue(database) ?? []));
var overdue = new Option<int>("--matters") { Description = "Overdue matters", DefaultValueFactory = _ => 1_000_000 };
var store = new Option<string?>("--db") { Description = "Connection string of an empty PostgreSQL database; SQLite when left out" };
var escalate = new Command("escalate", "Makes many matters overdue at once and brings each before one level after the other.") { overdue, store };
escalate.SetAction((parsed, _) => EscalateAll.Run(parsed.GetValue(overdue), parsed.GetValue(store)));
command.Add(escalate);
command.Add(Spike.Command());
foreach (var other in BareRatio.Commands())
{
    command.Add(other);
}

return await command.Parse(args).InvokeAsync();

static async Task<int> Run(int matters, int requests, int clients, TimeSpan time, int rounds, string? keep, string[] databases)
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    await using var small = await RunningCity.Start(new Serving(databases.ElementAtOrDefault(0)));
    await using var large = await RunningCity.Start(new Serving(databases.ElementAtOrDefault(1), keep));
    await large.Stop();
    var store = new StorageOptions { Folder = large.Data, Postgres = large.Database };
    await (requests > 0 ? FillRequests.Run(store, requests) : Fill.Matters(store, matters));
    large.Launch();
    await large.UntilReady();

    using var smallStaff = await CityStaff.Hire(small);
    using var largeStaff = await CityStaff.Hire(large);
    var (empty, full) = (new List<RoundResult>(), new List<RoundResult>());
    for (var round = 1; round <= rounds; round++)
    {
        empty.Add(await Measure(small, smallStaff, $"empty {round}"));
        full.Add(await Measure(large, largeStaff, $"full {round}"));
    }

    var ratio = full.Sum(r => r.LifecyclesPerSecond) / empty.Sum(r => r.LifecyclesPerSecond);
    Console.WriteLine($"full / empty: {ratio:P1} with {(requests > 0 ? $"{requests:N0} requests" : $"{matters:N0} closed matters")}, {rounds} rounds by turns");
    return empty.Concat(full).Sum(r => r.Stale) == 0 ? 0 : 1;

    async Task<RoundResult> Measure(RunningCity city, CityStaff staff, string name)
    {
        var result = await new Round(city, staff, clients, name.Replace(' ', 'r') + Environment.ProcessId).Run(time / 4, time);
        Print(name, result);
        return result;
    }
}

static void Print(string name, RoundResult result)
{
    Console.WriteLine($"{name}: {result.LifecyclesPerSecond:F1} lifecycles/s, {result.RequestsPerSecond:F0} requests/s, "
        + $"{result.Stale} stale reads, {result.Refused} lifecycles put off by a full queue");
    result.Timings.Print(Console.Out, Round.Steps);
}
