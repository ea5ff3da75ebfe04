using CityLoom.Requests.Understanding;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityLoom.Requests.Desk;

/// <summary>Reads the open requests and learns the categories when the program starts, so that the first caller does not wait for it.</summary>
internal sealed partial class KeepIndex(OpenRequests open, SuggestCategory suggest, ILogger<KeepIndex> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        _ = suggest.Of("路灯不亮");
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                open.Refresh();
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
            {
                Late(log, fault);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The open requests could not be read; they will be read again")]
    private static partial void Late(ILogger log, Exception fault);
}
