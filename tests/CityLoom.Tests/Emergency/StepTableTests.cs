using CityLoom.Emergency.Incidents;
using CityLoom.Reach.Dispatch;

namespace CityLoom.Tests.Emergency;

/// <summary>The two tables of transitions, read as graphs.</summary>
public sealed class StepTableTests
{
    [Fact]
    public void From_every_state_a_unit_can_come_home()
    {
        foreach (var state in Enum.GetValues<UnitState>())
        {
            Assert.Contains(UnitState.Available, Reached(state, s => UnitSteps.From(s).Select(act => UnitSteps.Of(act).To)));
        }
    }

    [Fact]
    public void A_unit_is_sent_only_while_it_is_free_and_every_act_has_one_line()
    {
        Assert.All(Enum.GetValues<UnitState>(), state => Assert.Equal(
            new EmergencyUnit("", state, "", 1, 0).IsFree, UnitSteps.From(state).Contains(UnitAct.Send)));
        Assert.Equal(Enum.GetValues<UnitAct>().Order(), UnitSteps.All.Select(s => s.Act).Order());
        Assert.All(UnitSteps.All, step => Assert.DoesNotContain(step.To, step.From));
    }

    [Fact]
    public void Every_incident_can_end_and_none_goes_back()
    {
        foreach (var stage in Enum.GetValues<IncidentStage>().Where(s => !s.IsEnded()))
        {
            var reached = Reached(stage, s => Enum.GetValues<IncidentAct>().Select(act => IncidentSteps.Of(act, s)?.To).OfType<IncidentStage>());
            Assert.Contains(reached, s => s.IsEnded());
            Assert.All(reached.Where(s => s != stage), s => Assert.True(s > stage));
        }

        Assert.All(Enum.GetValues<IncidentStage>().Where(s => s.IsEnded()), s => Assert.All(Enum.GetValues<IncidentAct>(), act => Assert.Null(IncidentSteps.Of(act, s))));
    }

    private static HashSet<T> Reached<T>(T from, Func<T, IEnumerable<T>> next)
    {
        var (seen, open) = (new HashSet<T> { from }, new Queue<T>([from]));
        while (open.TryDequeue(out var here))
        {
            foreach (var there in next(here).Where(seen.Add))
            {
                open.Enqueue(there);
            }
        }

        return seen;
    }
}
