using CityLoom.Health.Warnings;
using CityLoom.Kernel.Storage;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Health;

/// <summary>The warnings that wait for somebody as a figure of the one-minute view, for those who may read them.</summary>
internal static class HealthFigure
{
    /// <summary>How many by level; none for a reader without access.</summary>
    public static async Task<IReadOnlyList<FigureView>> OfAsync(Database database, bool mayRead, Say say)
    {
        if (!mayRead)
        {
            return [];
        }

        var open = await database.ReadAsync(WarningBook.OpenByLevel);
        var levels = string.Join(' ', open.OrderBy(l => l.Key).Select(l => say[$"health.level.{l.Key}", ("n", l.Value)]));
        return [new FigureView(say["health.open-figure"], Say.Number(open.Values.Sum(), 0), "/health", null, levels.Length > 0 ? levels : null)];
    }
}
