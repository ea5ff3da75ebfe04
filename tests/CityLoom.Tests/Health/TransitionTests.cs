using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Health;

/// <summary>The table of triage, and what holds for any sequence of acts.</summary>
public sealed class TransitionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CityClock Clock = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static readonly HealthWarning Fresh = new()
    {
        Id = 1, Key = "ili/420105/2026-03-01", Condition = "ili", Territory = "420105", Opened = new(2026, 3, 1), LastSeen = new(2026, 3, 2), Level = 3,
        Onset = new(2026, 2, 27), DetectedAt = Now.AddHours(-20), Version = 4,
    };

    [Fact]
    public void Each_act_has_one_line_and_each_stage_a_way_on()
    {
        Assert.Equal(Enum.GetValues<WarningAct>().Order(), WarningTransitions.All.Select(t => t.Act).Order());
        Assert.All(Enum.GetValues<WarningStage>(), stage => Assert.Contains(WarningTransitions.From(stage), act => WarningTransitions.Of(act).To is not null));
    }

    [Fact]
    public void From_a_signal_every_stage_can_be_reached()
    {
        var reached = new HashSet<WarningStage> { WarningStage.Signal };
        while (WarningTransitions.All.Any(t => t.To is { } to && t.From.Any(reached.Contains) && reached.Add(to)))
        {
        }

        Assert.Equal(Enum.GetValues<WarningStage>().Length, reached.Count);
    }

    [Fact]
    public void Nothing_becomes_an_outbreak_that_nobody_verified() =>
        Assert.All(WarningTransitions.All.Where(t => t.To > WarningStage.Verified && t.To < WarningStage.Dropped), t => Assert.DoesNotContain(WarningStage.Signal, t.From));

    [Fact]
    public void Whatever_is_done_the_warning_stays_sound() => Prop.ForAll(
        ArbMap.Default.ArbFor<WarningAct[]>(),
        acts =>
        {
            var warning = Fresh;
            foreach (var (act, i) in acts.Select((a, i) => (a, i)))
            {
                var (before, outcome) = (warning, TriageWarning.Apply(warning, new TriageRequest { Act = act, Reason = "核对", Level = 2, Onset = new(2026, 2, 20) }, Now.AddHours(i), Clock));
                var allowed = WarningTransitions.Of(act).From.Contains(before.Stage);
                if (outcome.Is(out var after, out _) != allowed)
                {
                    return false;
                }

                warning = allowed ? after! : before;
                var sound = warning.Stage == (allowed ? WarningTransitions.Of(act).To ?? before.Stage : before.Stage)
                    && (warning.EndedAt is null) == WarningTransitions.IsOpen(warning.Stage)
                    && (before.NotifiedAt is null || warning.NotifiedAt == before.NotifiedAt)
                    && (warning.NotifiedAt is not null || warning.Stage is WarningStage.Signal or WarningStage.Dropped);
                if (!sound)
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(WarningAct.Verify, null, null, null, "warning.reason")]
    [InlineData(WarningAct.Verify, "x", null, null, "warning.reason")]
    [InlineData(WarningAct.SetLevel, "核对", 5, null, "warning.level")]
    [InlineData(WarningAct.SetOnset, "核对", null, "2026-03-05", "warning.onset")]
    [InlineData(WarningAct.SetOnset, "核对", null, "2025-03-05", "warning.onset")]
    [InlineData(WarningAct.Close, "核对", null, null, "warning.not-now")]
    public void What_is_incomplete_or_out_of_turn_is_refused(WarningAct act, string? reason, int? level, string? onset, string code)
    {
        var request = new TriageRequest { Act = act, Reason = reason, Level = level, Onset = onset is null ? null : DateOnly.Parse(onset, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(code, TriageWarning.Apply(Fresh, request, Now, Clock).Refusal?.Code);
    }

    [Fact]
    public void Who_saw_an_older_version_is_told_so() => Assert.Equal(
        "warning.changed", TriageWarning.Apply(Fresh, new TriageRequest { Act = WarningAct.Verify, Reason = "核对", Version = 3 }, Now, Clock).Refusal?.Code);
}
