using System.Net;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Durability;

/// <summary>How a program behaves that must not lose anything: what was not acknowledged is sent again, the same.</summary>
internal static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Sends until it is acknowledged.</summary>
    public static async Task<T> UntilAcknowledged<T>(Func<Task<T>> send, Action again)
    {
        while (true)
        {
            try
            {
                return await send();
            }
            catch (Exception lost) when (IsOutage(lost))
            {
                again();
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>The server was gone, broke off, took too long or was busy; anything else is a fault of the test or of the server.</summary>
    private static bool IsOutage(Exception lost) => lost is IOException or OperationCanceledException
        or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded }
        or HttpRequestException { InnerException: IOException }
        or CityAnswerException { Status: HttpStatusCode.ServiceUnavailable };
}
