using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Jobs;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Hosting;

/// <summary>Every schedule of the product, each with its reason.</summary>
internal static class Schedules
{
    public static IEnumerable<Job> Of(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        var city = services.GetRequiredService<CityContext>();
        var clock = services.GetRequiredService<CityClock>();
        var key = services.GetRequiredService<CheckpointKey>();

        yield return new Job(
            "escalate", TimeSpan.FromMinutes(1),
            "An overdue matter must be before the next level within the minute, day or night.",
            async cancel => $"{await Escalation.RunAsync(database, () => city.For(null), cancel)} escalated");
        yield return new Job(
            "reckon-provisional", TimeSpan.FromHours(1),
            "Due dates beyond the last notice move when the next one is imported, perhaps on another node.",
            async cancel => $"{await ReckonProvisional.RunAsync(database, () => city.For(null), cancel)} moved");
        yield return new Job(
            "checkpoint", TimeSpan.FromHours(1),
            "What happened in the last hour can no longer be taken out of the journal unnoticed.",
            async _ => await database.WriteAsync(w => Checkpoint.Make(w, key, clock.Now)) is { } made ? $"checkpoint {made.Number}" : "nothing new");
    }
}
