using CityLoom.City.Calendar;
using CityLoom.City.Matters;

namespace CityLoom.Demo;

/// <summary>One act of a plot and when it happened.</summary>
internal sealed record PlotStep(Act Act, DateTimeOffset At);

/// <summary>What happens to one matter: when it began, and the acts up to where it stands today, each before the present.</summary>
internal sealed record Plot(DateTimeOffset Begun, IReadOnlyList<PlotStep> Steps)
{
    private static readonly string[] Aims =
        ["closed", "checking", "resolved", "in progress", "signed", "dispatched", "return requested", "suspended", "registered"];

    public static Plot Draw(StoryFile story, StoryKind kind, StoryDistrict district, DateTimeOffset end, WorkingTime time, Random random)
    {
        _ = Term.TryParse(kind.Term, out var term, out _);
        var allowed = TimeSpan.FromDays((term.Unit == TermUnit.WorkingDays ? term.Count : 1) * 1.4);
        var late = random.NextDouble() < district.Overdue;
        var begun = end - TimeSpan.FromDays(random.NextDouble() * story.SpanDays);
        var young = end - begun < allowed * (late ? 1.6 : 0.9);
        var aim = young ? Aim(story, random) : "closed";
        var steps = Acts(aim, begun, allowed, late, random).Where(s => s.At < end).ToList();
        return new Plot(begun, steps);
    }

    private static string Aim(StoryFile story, Random random)
    {
        var at = random.NextDouble() * Aims.Sum(story.Share);
        return Array.Find(Aims, a => (at -= story.Share(a)) < 0) ?? "closed";
    }

    private static IEnumerable<PlotStep> Acts(string aim, DateTimeOffset begun, TimeSpan allowed, bool late, Random random)
    {
        var at = begun;
        PlotStep Next(Act act, double least, double most)
        {
            at += TimeSpan.FromMinutes(least + random.NextDouble() * (most - least));
            return new PlotStep(act, at);
        }

        yield return Next(Act.Register, 2, 20);
        if (aim == "registered")
        {
            yield break;
        }

        yield return Next(Act.Dispatch, 2, 40);
        if (aim == "dispatched")
        {
            yield break;
        }

        yield return Next(Act.Sign, 10, 200);
        if (aim == "return requested")
        {
            yield return Next(Act.RequestReturn, 20, 120);
            yield break;
        }

        if (aim == "signed")
        {
            yield break;
        }

        yield return Next(Act.Start, 5, 90);
        if (aim == "suspended")
        {
            yield return Next(Act.Suspend, 60, 200);
            yield break;
        }

        if (aim == "in progress")
        {
            yield break;
        }

        var work = allowed.TotalMinutes * (late && aim == "closed" ? 1.1 + 0.5 * random.NextDouble() : 0.15 + 0.6 * random.NextDouble());
        yield return Next(Act.Resolve, work * 0.9, work);
        if (aim == "resolved")
        {
            yield break;
        }

        yield return Next(Act.Check, 30, 600);
        if (aim == "closed" && random.NextDouble() < 0.03)
        {
            yield return Next(Act.Rework, 20, 60);
            yield return Next(Act.Resolve, 300, 1200);
            yield return Next(Act.Check, 30, 600);
        }

        if (aim == "closed")
        {
            yield return Next(Act.Close, 10, 300);
        }
    }
}
