using CityLoom.Detection.Fusion;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Fusion;

public sealed class RememberWarningsTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Neighbours Line = new(Enumerable.Range(0, 19).Select(i => ($"T{i:D2}", $"T{i + 1:D2}")));

    /// <summary>For each of some days the places with a finding.</summary>
    private static readonly Gen<int[][]> Days = Gen.Choose(0, 19).ArrayOf().Resize(4).ArrayOf().Resize(12);

    [Fact]
    public void One_outbreak_that_spreads_from_place_to_place_is_one_warning_that_grows()
    {
        IReadOnlyList<Warning> open = [];
        var changes = new List<WarningChange>();
        for (var day = 0; day < 40; day++)
        {
            var step = RememberWarnings.Run(open, [Found(day / 4, day)], Monday.AddDays(day), Line, new(14));
            open = step.Open;
            changes.AddRange(step.Changes);
        }

        var warning = Assert.Single(open);
        Assert.Equal(("腹泻/T00/2026-03-02", Monday, 10), (warning.Id, warning.Opened, warning.Places.Count));
        Assert.Equal(Monday.AddDays(36), warning.Places["T09"]);
        Assert.Equal([ChangeKind.Opened, .. Enumerable.Repeat(ChangeKind.Grown, 9)], changes.Select(change => change.Kind));
    }

    [Fact]
    public void Outbreaks_apart_are_warnings_apart_and_so_are_those_of_other_conditions()
    {
        var step = RememberWarnings.Run([], [Found(0, 0), Found(2, 0), Found(0, 0) with { Condition = "发热" }], Monday, Line, new());

        Assert.Equal(3, step.Open.Count);
    }

    [Fact]
    public void A_finding_between_two_warnings_merges_the_younger_into_the_older()
    {
        var first = RememberWarnings.Run([], [Found(0, 0)], Monday, Line, new());
        var second = RememberWarnings.Run(first.Open, [Found(2, 1)], Monday.AddDays(1), Line, new());
        var third = RememberWarnings.Run(second.Open, [Found(1, 2)], Monday.AddDays(2), Line, new());

        Assert.Equal(["T00", "T01", "T02"], Assert.Single(third.Open).Places.Keys);
        Assert.Equal([(ChangeKind.Merged, first.Open[0].Id), (ChangeKind.Grown, null)], third.Changes.Select(change => (change.Kind, change.Into)));
    }

    [Fact]
    public void A_graver_finding_raises_the_level_and_a_lesser_one_does_not_lower_it()
    {
        var blue = RememberWarnings.Run([], [Found(0, 0)], Monday, Line, new());
        var red = RememberWarnings.Run(blue.Open, [Found(0, 1) with { Level = WarningLevel.Red, Rate = 1e-8 }], Monday.AddDays(1), Line, new());
        var after = RememberWarnings.Run(red.Open, [Found(0, 2)], Monday.AddDays(2), Line, new());

        Assert.Equal(WarningLevel.Blue, Assert.Single(red.Changes).LevelBefore);
        Assert.Empty(after.Changes);
        Assert.Equal((WarningLevel.Red, 1e-8), (after.Open[0].Level, after.Open[0].Strongest.Rate));
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void A_warning_ends_when_it_was_quiet_for_longer_than_set(int days, bool ends)
    {
        var open = RememberWarnings.Run([], [Found(0, 0)], Monday, Line, new(14)).Open;
        var step = RememberWarnings.Run(open, [], Monday.AddDays(days), Line, new(14));

        Assert.Equal(ends ? [ChangeKind.Ended] : [], step.Changes.Select(change => change.Kind));
        Assert.Equal(ends ? 0 : 1, step.Open.Count);
    }

    [Fact]
    public void A_finding_after_the_end_opens_a_new_warning()
    {
        var open = RememberWarnings.Run([], [Found(0, 0)], Monday, Line, new(7)).Open;
        var step = RememberWarnings.Run(open, [Found(0, 8)], Monday.AddDays(8), Line, new(7));

        Assert.Equal([ChangeKind.Ended, ChangeKind.Opened], step.Changes.Select(change => change.Kind));
        Assert.Equal("腹泻/T00/2026-03-10", step.Open[0].Id);
    }

    [Fact]
    public void The_same_day_again_changes_nothing() => Prop.ForAll(Days.ToArbitrary(), days =>
    {
        var step = After(days, findings => findings);
        var again = RememberWarnings.Run(step.Open, Findings(days, days.Length - 1), Monday.AddDays(days.Length - 1), Line, new(3));
        return days.Length == 0 || (again.Changes.Count == 0 && Look(again.Open).SequenceEqual(Look(step.Open)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_finding_of_today_is_in_exactly_one_warning_and_none_touches_another() => Prop.ForAll(Days.ToArbitrary(), days =>
    {
        var open = After(days, findings => findings).Open;
        var seen = open.Where(warning => warning.LastSeen == Monday.AddDays(days.Length - 1)).ToList();
        return Findings(days, days.Length - 1).All(finding => seen.Count(warning => warning.Places.ContainsKey(finding.Territory)) == 1)
            && seen.All(one => one.Latest.All(finding => open.All(other => other == one || !Line.Of(finding.Territory).Any(other.Places.ContainsKey))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_a_days_findings_changes_nothing() => Prop.ForAll(Days.ToArbitrary(), days =>
        Look(After(days, findings => findings).Open).SequenceEqual(Look(After(days, findings => findings.Reverse()).Open))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_warning_that_opened_is_open_ended_or_merged_once() => Prop.ForAll(Days.ToArbitrary(), days =>
    {
        var (open, changes) = All(days, findings => findings);
        var opened = changes.Where(change => change.Kind == ChangeKind.Opened).Select(change => change.Warning.Id).Order();
        var gone = changes.Where(change => change.Kind is ChangeKind.Ended or ChangeKind.Merged).Select(change => change.Warning.Id);
        return opened.SequenceEqual(gone.Concat(open.Select(warning => warning.Id)).Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_before_what_was_seen_is_refused()
    {
        var open = RememberWarnings.Run([], [Found(0, 5)], Monday.AddDays(5), Line, new()).Open;

        Assert.Throws<ArgumentException>(() => RememberWarnings.Run(open, [], Monday, Line, new()));
    }

    private static WarningStep After(int[][] days, Func<IEnumerable<Finding>, IEnumerable<Finding>> order)
    {
        var (open, changes) = All(days, order);
        return new(open, changes);
    }

    private static (IReadOnlyList<Warning> Open, List<WarningChange> Changes) All(int[][] days, Func<IEnumerable<Finding>, IEnumerable<Finding>> order)
    {
        IReadOnlyList<Warning> open = [];
        var changes = new List<WarningChange>();
        for (var day = 0; day < days.Length; day++)
        {
            var step = RememberWarnings.Run(open, order(Findings(days, day)), Monday.AddDays(day), Line, new(3));
            open = step.Open;
            changes.AddRange(step.Changes);
        }
        return (open, changes);
    }

    private static IEnumerable<Finding> Findings(int[][] days, int day) => day < 0 ? [] : days[day].Distinct().Select(place => Found(place, day));

    private static IEnumerable<string> Look(IEnumerable<Warning> warnings) => warnings.Select(one => $"{one.Id} {one.LastSeen} {one.Level} {string.Join(' ', one.Places)}");

    private static Finding Found(int place, int day) => new("腹泻", $"T{place:D2}", Monday.AddDays(day), 1e-4, 0.03)
    {
        Level = WarningLevel.Blue,
        Distance = -0.2,
        Contributions = [new(new("腹泻", "门诊", $"T{place:D2}", Monday.AddDays(day), 1e-4), 1, false) { Share = 1, PValueWithout = 0.5, Effect = 3.7 }],
        Rules = [],
    };
}
