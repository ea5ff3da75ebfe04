using CityLoom.City.Matters;
using CityLoom.Web.Pages.Matters;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.City;

/// <summary>The five figures of the city with their trend over the weeks, each leading to the list it counts.</summary>
internal static class CityFigures
{
    /// <summary>Open, due this week, overdue, closed this week, share on time.</summary>
    public static IReadOnlyList<FigureView> Of(Pulse pulse, Say say)
    {
        var (now, before) = (pulse.Weeks[^1], pulse.Weeks[^2]);
        FigureView Count(string key, Func<WeekTally, int> of, MatterQuery list, string? note = null) => new(
            say["figure." + key], Say.Number(of(now), 0), MatterAddress.Of(list with { Box = "all" }), null, note,
            [.. pulse.Weeks.Select(w => (double)of(w))], Change(say, of(now) - of(before)));

        var share = now.Open == 0 ? null : say["figure.of-open", ("share", Say.Percent((double)now.Overdue / now.Open))];
        return
        [
            Count("open", w => w.Open, new MatterQuery { Open = true }),
            Count("due", w => w.DueSoon, new MatterQuery { DueWithin = 7 }),
            Count("overdue", w => w.Overdue, new MatterQuery { Light = CityLoom.City.Matters.Light.Overdue }, share),
            Count("closed", w => w.Closed, new MatterQuery { EndedWithin = 7 }),
            OnTime(pulse, say),
        ];
    }

    private static FigureView OnTime(Pulse pulse, Say say)
    {
        var (now, before) = (pulse.Weeks[^1], pulse.Weeks[^2]);
        var change = now.OnTimeShare - before.OnTimeShare;
        return new FigureView(
            say["figure.on-time"], now.OnTimeShare is { } share ? Say.Number(share * 100) : "–", MatterAddress.Of(new MatterQuery { Box = "all", EndedWithin = 7 }), "%",
            say["figure.of-closed", ("n", now.DoneWithDue)],
            [.. pulse.Weeks.Select(w => w.OnTimeShare).OfType<double>()],
            change is not { } points ? null
                : Math.Abs(points) < 0.0005 ? say["figure.same"]
                : say[points > 0 ? "figure.points-up" : "figure.points-down", ("points", Say.Number(Math.Abs(points) * 100))]);
    }

    private static string Change(Say say, int difference) => difference switch
    {
        0 => say["figure.same"],
        > 0 => say["figure.more", ("n", difference)],
        _ => say["figure.fewer", ("n", -difference)],
    };
}
