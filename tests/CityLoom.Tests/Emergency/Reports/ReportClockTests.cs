using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Reports;

namespace CityLoom.Tests.Emergency.Reports;

/// <summary>When which report is owed.</summary>
public sealed class ReportClockTests
{
    private static readonly DateTimeOffset Began = new(2026, 7, 1, 18, 30, 0, TimeSpan.Zero);
    private static readonly ReportRule Rule = new() { Grade = ResponseLevel.II, FirstMinutes = 20, FollowUpMinutes = 120, FinalMinutes = 1440 };

    [Fact]
    public void The_first_runs_from_when_it_became_known_the_next_from_the_last_one_sent()
    {
        Assert.Equal(new OwedReport(ReportKind.First, Began.AddMinutes(20)), ReportClock.Next(Rule, Began, null, []));
        Assert.Equal(new OwedReport(ReportKind.FollowUp, Began.AddMinutes(155)), ReportClock.Next(Rule, Began, null, [(ReportKind.First, Began.AddMinutes(35))]));
    }

    [Fact]
    public void Once_it_is_over_the_final_one_is_owed_and_after_it_nothing()
    {
        var ended = Began.AddHours(5);
        Assert.Equal(new OwedReport(ReportKind.Final, ended.AddDays(1)), ReportClock.Next(Rule, Began, ended, [(ReportKind.First, Began)]));
        Assert.Null(ReportClock.Next(Rule, Began, ended, [(ReportKind.First, Began), (ReportKind.Final, ended)]));
        Assert.Equal(ReportKind.First, ReportClock.Next(Rule, Began, ended, [])?.Kind);
    }

    [Fact]
    public void A_grade_without_follow_ups_owes_nothing_between_and_late_is_after_the_limit()
    {
        Assert.Null(ReportClock.Next(Rule with { FollowUpMinutes = null }, Began, null, [(ReportKind.First, Began)]));
        var owed = new OwedReport(ReportKind.First, Began);
        Assert.False(owed.LateAt(Began));
        Assert.True(owed.LateAt(Began.AddSeconds(1)));
    }

    [Fact]
    public void A_grade_without_limits_of_its_own_takes_those_of_the_next_graver()
    {
        var template = new ReportTemplate { Rules = [Rule with { Grade = ResponseLevel.I }, Rule with { Grade = ResponseLevel.III }] };
        Assert.Equal(
            [ResponseLevel.I, ResponseLevel.I, ResponseLevel.III, ResponseLevel.III],
            Enum.GetValues<ResponseLevel>().Select(level => template.RuleOf(level)!.Grade));
    }
}
