using System.CommandLine;
using System.Globalization;
using CityLoom.Kernel.Storage;
using CityLoom.Load;
using CityLoom.Tests.Support;

var matters = new Option<int>("--matters") { Description = "Closed matters in the full store", DefaultValueFactory = _ => 1_000_000 };
var clients = new Option<int>("--clients") { Description = "Clients at once", DefaultValueFactory = _ => 50 };
var seconds = new Option<int>("--seconds") { Description = "Seconds counted in each round, after a warm-up of a quarter of it", DefaultValueFactory = _ => 60 };
var database = new Option<string?>("--db") { Description = "PostgreSQL connection string of an empty database; SQLite when left out" };
var command = new RootCommand("Drives create → assign → resolve → search over HTTP on an empty and on a full store.")
{
    matters, clients, seconds, database,
};
command.SetAction((parsed, _) => Run(
    parsed.GetValue(matters), parsed.GetValue(clients), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(database)));
foreach (var other in BareRatio.Commands())
{
    command.Add(other);
}

return await command.Parse(args).InvokeAsync();

static async Task<int> Run(int matters, int clients, TimeSpan time, string? database)
{
    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    await using var city = await RunningCity.Start(new Serving(database));
    using var staff = await CityStaff.Hire(city);
    var empty = await new Round(city, staff, clients, "empty").Run(time / 4, time);
    Print(empty);

    await city.Stop();
    await Fill.Matters(new StorageOptions { Folder = city.Data, Postgres = database }, matters);
    city.Launch();
    await city.UntilReady();
    var full = await new Round(city, staff, clients, "full").Run(time / 4, time);
    Print(full);

    Console.WriteLine($"full / empty: {full.LifecyclesPerSecond / empty.LifecyclesPerSecond:P1} with {matters:N0} closed matters");
    return empty.Stale + full.Stale == 0 ? 0 : 1;
}

static void Print(RoundResult result)
{
    Console.WriteLine($"{result.Store}: {result.LifecyclesPerSecond:F1} lifecycles/s, {result.RequestsPerSecond:F0} requests/s, "
        + $"{result.Stale} stale reads, {result.Refused} lifecycles put off by a full queue");
    result.Timings.Print(Console.Out, Round.Steps);
}
