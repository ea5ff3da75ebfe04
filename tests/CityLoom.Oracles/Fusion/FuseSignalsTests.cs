using CityLoom.Detection.Fusion;

namespace CityLoom.Oracles.Fusion;

public sealed class FuseSignalsTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);
    private static readonly Neighbours Line = new(Enumerable.Range(0, 9).Select(i => ($"T{i}", $"T{i + 1}")));

    private static readonly SourceRule TwoOfThree = new("两源七日", 2, 7, WarningLevel.Yellow) { Sources = ["门诊", "学校", "药店"] };

    [Fact]
    public void Several_weak_streams_together_are_a_finding_that_none_of_them_is()
    {
        var finding = Only([Signal("门诊", 0.004), Signal("学校", 0.003), Signal("药店", 0.006)], new() { How = Combination.Brown });

        Assert.True(finding.PValue < 1e-4);
        Assert.Equal(WarningLevel.Orange, finding.Level);
        Assert.Equal(["学校", "药店", "门诊"], finding.Sources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_explanation_says_which_stream_moved_it_and_by_how_much()
    {
        var parts = Only([Signal("门诊", 1e-6), Signal("学校", 0.4), Signal("药店", 0.9)], new()).Contributions;

        Assert.Equal("门诊", parts[0].Signal.Source);
        Assert.True(parts[0].Share > 0.99);
        Assert.InRange(parts[0].Effect, 4, 6);
        Assert.False(parts[1].Moved);
        Assert.InRange(parts[1].Effect, -0.01, 0.01);
    }

    [Theory]
    [InlineData(0, 6, true)]
    [InlineData(0, 7, false)]
    [InlineData(3, 3, true)]
    public void Two_of_three_sources_within_seven_days(int oneAgo, int otherAgo, bool holds)
    {
        StreamSignal[] signals = [Signal("门诊", 0.3, ago: oneAgo) with { IsAlarm = true }, Signal("学校", 0.3, ago: otherAgo) with { IsAlarm = true }];

        var finding = Only(signals, new() { Rules = [TwoOfThree] });

        Assert.Equal(holds ? WarningLevel.Yellow : null, finding.Level);
        Assert.Equal(holds ? 2 : 0, finding.Rules.Sum(match => match.Alarms.Count));
    }

    [Fact]
    public void The_same_source_twice_or_one_that_the_rule_does_not_name_is_no_second_source()
    {
        StreamSignal[] signals =
        [
            Signal("门诊", 0.3) with { IsAlarm = true },
            Signal("门诊", 0.3, ago: 1) with { IsAlarm = true },
            Signal("热线", 0.3) with { IsAlarm = true },
        ];

        Assert.Null(Only(signals, new() { Rules = [TwoOfThree] }).Level);
    }

    [Fact]
    public void An_alarm_next_door_counts_where_the_rule_says_so_and_the_place_has_one_itself()
    {
        StreamSignal[] signals = [Signal("门诊", 0.3) with { IsAlarm = true }, Signal("学校", 0.3, "T1") with { IsAlarm = true }, Signal("学校", 0.3, "T5")];

        var findings = FuseSignals.Run(signals, Today, Line, new() { Rules = [TwoOfThree with { WithNeighbours = true }] });

        Assert.Equal(["T0", "T1"], findings.Where(finding => finding.Level is not null).Select(finding => finding.Territory).Order());
    }

    [Fact]
    public void Neighbours_support_a_place_but_never_raise_one_that_is_unremarkable()
    {
        StreamSignal[] signals = [Signal("门诊", 0.02), Signal("门诊", 1e-5, "T1"), Signal("门诊", 0.6, "T2")];
        var findings = FuseSignals.Run(signals, Today, Line, new()).ToDictionary(finding => finding.Territory);

        Assert.True(findings["T0"].PValue < 1e-3);
        Assert.Contains(findings["T0"].Contributions, part => part.IsNeighbour && part.Signal.Territory == "T1");
        Assert.Equal(0.6, findings["T2"].PValue, 12);
        Assert.Null(findings["T2"].Level);
    }

    [Fact]
    public void What_is_not_raised_says_how_far_it_is_from_it()
    {
        var finding = Only([Signal("门诊", 0.5)], new());

        Assert.Null(finding.Level);
        Assert.Equal(1, finding.Distance, 9);
    }

    [Fact]
    public void A_place_is_judged_among_all_places_of_the_day()
    {
        var alone = Only([Signal("门诊", 0.002)], new());
        var among = FuseSignals.Run([Signal("门诊", 0.002), .. Enumerable.Range(0, 3000).Select(i => Signal("门诊", 0.5 + (i / 6000.0), $"X{i}"))], Today, Line, new());

        Assert.Equal(WarningLevel.Yellow, alone.Level);
        Assert.All(among, finding => Assert.Null(finding.Level));
    }

    [Fact]
    public void Old_and_future_signals_and_sources_without_weight_are_not_heard()
    {
        StreamSignal[] signals = [Signal("门诊", 1e-9, ago: 7), Signal("学校", 1e-9, ago: -1), Signal("热线", 1e-9), Signal("药店", 0.4)];

        Assert.Equal(0.4, Only(signals, new() { SourceWeights = new Dictionary<string, double> { ["热线"] = 0 } }).PValue, 12);
    }

    [Fact]
    public void The_order_of_the_signals_changes_nothing()
    {
        var random = new Random(6);
        var signals = Enumerable.Range(0, 300).Select(i => Signal($"S{i % 3}", random.NextDouble() * random.NextDouble(), $"T{i / 3 % 10}", i / 30)).ToList();
        var one = FuseSignals.Run(signals, Today, Line, new());
        signals.Reverse();
        var other = FuseSignals.Run(signals, Today, Line, new());

        Assert.Equal(one.Select(finding => (finding.Territory, Math.Round(finding.PValue, 12))), other.Select(finding => (finding.Territory, Math.Round(finding.PValue, 12))));
    }

    private static Finding Only(StreamSignal[] signals, FusionOptions options) => Assert.Single(FuseSignals.Run(signals, Today, Line, options));

    private static StreamSignal Signal(string source, double p, string territory = "T0", int ago = 0) => new("流感样病例", source, territory, Today.AddDays(-ago), p);
}
