using CityLoom.Detection.Space;

namespace CityLoom.Oracles.Space;

public sealed class WatchTests
{
    [Fact]
    public void The_statistic_is_that_of_the_reference_at_every_case()
    {
        var events = Events();
        var statistic = new Columns(Reference.Shared("surveillance-reference", "stcd", "statistic.csv"));
        var (ids, theirs) = (statistic.Of("case_id"), statistic.Numbers("R"));
        foreach (var (id, options, _, _) in Cases())
        {
            var (ours, _, _) = SpaceTimeWatch.Run(events, options);
            var expected = theirs.Where((_, row) => ids[row] == id).ToList();

            Assert.Equal(expected.Count, ours.Length);
            for (var k = 0; k < ours.Length; k++)
            {
                Near.Equal(expected[k], ours[k], 1e-9, $"{id} case {k + 1}");
            }
        }
    }

    [Fact]
    public void The_first_alarm_and_its_centre_are_those_of_the_reference()
    {
        foreach (var (id, options, alarm, centre) in Cases())
        {
            var (_, ours, where) = SpaceTimeWatch.Run(Events(), options);

            Assert.Equal((id, alarm, centre), (id, ours + 1 ?? -1, where + 1 ?? -1));
        }
    }

    [Fact]
    public void The_maximum_now_falls_when_a_cluster_fades_and_the_profile_of_r_does_not()
    {
        var events = Enumerable.Range(0, 40).Select(i => i is >= 10 and < 18 ? new SpaceTimeEvent(0.01 * i, 0, i) : new(i * 7 % 40, 5 + (i * 11 % 40), i)).ToList();
        var (ours, _, _) = SpaceTimeWatch.Run(events, new(0.5, 0.5, 1e9, WatchRule.Cusum));
        var (theirs, _, _) = SpaceTimeWatch.Run(events, new(0.5, 0.5, 1e9, WatchRule.CusumAsInR));

        Assert.True(ours[^1] < ours.Max() / 2);
        Assert.Equal(theirs.Max(), theirs[^1]);
    }

    [Fact]
    public void Evidence_worked_by_hand()
    {
        var (statistic, _, _) = SpaceTimeWatch.Run([new(0, 0, 1), new(0, 1, 2), new(0, 0.1, 3)], new(0.5, 1, 1e9));

        // After the third: k=1 N=2 T=2 U=2; k=2 N=1 T=1 U=2/3; k=3 N=1 T=2 U=2/3.
        Near.Equal((4 * Math.Exp(-2)) + (4 * Math.Exp(-2.0 / 3)), statistic[2], 1e-14, "R3");
    }

    [Fact]
    public void Cases_out_of_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => SpaceTimeWatch.Run([new(0, 0, 2), new(1, 1, 2)], new(1, 1, 10)));

    private static List<SpaceTimeEvent> Events()
    {
        var events = new Columns(Reference.Shared("surveillance-reference", "stcd", "events.csv"));
        var (x, y, t) = (events.Numbers("x"), events.Numbers("y"), events.Numbers("t"));
        return [.. x.Select((_, i) => new SpaceTimeEvent(x[i], y[i], t[i]))];
    }

    private static IEnumerable<(string Id, WatchOptions Options, int Alarm, int Centre)> Cases()
    {
        var cases = new Columns(Reference.Shared("surveillance-reference", "stcd", "cases.csv"));
        var (ids, radius, epsilon, cusum) = (cases.Of("case_id"), cases.Numbers("radius"), cases.Numbers("epsilon"), cases.Integers("cusum"));
        var (threshold, alarm, centre) = (cases.Numbers("threshold"), cases.Integers("first_alarm"), cases.Integers("cluster_centre"));
        return ids.Select((id, i) => (id, new WatchOptions(radius[i], epsilon[i], threshold[i], cusum[i] == 1 ? WatchRule.CusumAsInR : WatchRule.ShiryaevRoberts), alarm[i], centre[i]));
    }
}
