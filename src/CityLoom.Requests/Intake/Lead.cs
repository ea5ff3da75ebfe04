using System.Text.Json;
using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>The matter by whose answer a request is answered: its own, or that in which it goes on since it was merged.</summary>
public static class Lead
{
    private const int LongestChain = 8;

    /// <summary>The matter that leads; the same one when it was not merged.</summary>
    public static Matter Of(Session session, Matter matter)
    {
        for (var i = 0; i < LongestChain && matter.State == MatterState.Merged && Into(session, matter.Id) is { } into; i++)
        {
            matter = MatterBook.Find(session, into) ?? matter;
        }

        return matter;
    }

    private static long? Into(Session session, long id)
    {
        var data = session.Value<string>(
            "select data from journal where subject = 'matter' and subject_id = @id and act = 'Merge' order by seq desc limit 1", new { id });
        if (data is null)
        {
            return null;
        }

        using var entry = JsonDocument.Parse(data);
        return entry.RootElement.GetProperty("details").TryGetProperty("into", out var into) ? into.GetInt64() : null;
    }
}
