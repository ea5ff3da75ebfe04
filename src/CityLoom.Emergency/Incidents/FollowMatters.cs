using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>Ends incidents whose matters were closed, declined, merged or voided by way of the matter, once no unit is on them.</summary>
public static class FollowMatters
{
    /// <summary>How many were ended.</summary>
    public static async Task<int> RunAsync(Database database, CityContext city) =>
        await database.ReadAsync(IncidentBook.Left).ConfigureAwait(false) is { Count: > 0 }
            ? await database.WriteAsync(w => Run(w, city.Now)).ConfigureAwait(false)
            : 0;

    internal static int Run(Writing writing, DateTimeOffset now)
    {
        var left = IncidentBook.Left(writing);
        foreach (var id in left)
        {
            var (incident, matter) = (IncidentBook.Take(writing, id)!, MatterBook.Find(writing, id)!);
            var done = matter.State is MatterState.Closed or MatterState.Evaluated;
            IncidentBook.Save(
                writing, incident with { Stage = done ? IncidentStage.Reviewed : IncidentStage.Dismissed, StageAt = now, EndedAt = now, Version = incident.Version + 1 },
                now, Actor.System, "MatterEnded", matter.State.ToString());
        }

        return left.Count;
    }
}
