using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CityLoom.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CityLoom.Emergency.Incidents;

/// <summary>
/// Server-sent events of whatever changes with incidents and units, on whichever node it was done: the table of events is looked at every
/// second. A client that comes back gets what it missed.
/// </summary>
internal static class EventStream
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const int PausesBetweenBeats = 15;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/emergency/events", Follow).WithTags("Emergency");

    private static ServerSentEventsResult<EmergencyEvent> Follow(
        Database database, IHostApplicationLifetime host, HttpContext http, [FromHeader(Name = "Last-Event-ID")] long? last) =>
        TypedResults.ServerSentEvents(Events(database, last, CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping).Token));

    private static async IAsyncEnumerable<SseItem<EmergencyEvent>> Events(Database database, long? last, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = last ?? await database.ReadAsync(EventBook.Last, CancellationToken.None);
        yield return new SseItem<EmergencyEvent>(new EmergencyEvent { Id = seen, What = "following" }, "beat");
        for (var pauses = 1; !cancel.IsCancellationRequested; pauses++)
        {
            await Task.Delay(Pause, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var after = seen;
            foreach (var happened in await database.ReadAsync(s => EventBook.After(s, after), CancellationToken.None))
            {
                seen = happened.Id;
                yield return new SseItem<EmergencyEvent>(happened, "change") { EventId = happened.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            }

            if (pauses % PausesBetweenBeats == 0)
            {
                yield return new SseItem<EmergencyEvent>(new EmergencyEvent { Id = seen, What = "following" }, "beat");
            }
        }
    }
}
