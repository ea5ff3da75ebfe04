using CityLoom.City.Matters;
using static CityLoom.Tests.City.Matters.SmallTown;

namespace CityLoom.Tests.City.Matters;

/// <summary>Stories as a dispatcher would tell them, each with its clock. 2 March 2026 is a Monday.</summary>
public sealed class MatterStoriesTests
{
    [Fact]
    public void A_hazard_goes_from_report_to_close()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30")
            .Do("2026-03-02 10:05", East, Act.Start).Do("2026-03-04 16:00", East, Act.Resolve).Do("2026-03-05 09:00", Hall, Act.Check).Do("2026-03-05 09:30", Hall, Act.Close);

        Assert.Equal(MatterState.Closed, life.Now.State);
        Assert.Equal((East, East), (life.Now.Accountable, life.Now.Handling));
        Assert.Equal("2026-03-17 00:00", life.Due);
        Assert.Equal(Light.Done, life.Now.LightAt(Monday.AddDays(60)));
    }

    [Fact]
    public void A_hand_over_counts_only_when_it_is_accepted()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30").Do("2026-03-03 09:00", East, Act.HandOver, West);
        var due = life.Due;
        Assert.Equal((East, East, West), (life.Now.Accountable, life.Now.Handling, life.Now.Offered));

        life.Do("2026-03-04 09:00", West, Act.RequestReturn);
        Assert.Equal(East, life.Now.Accountable);
        life.Do("2026-03-04 10:00", East, Act.GrantReturn);
        Assert.Equal((MatterState.Registered, East), (life.Now.State, life.Now.Accountable));

        life.Do("2026-03-04 11:00", East, Act.Dispatch, West).Do("2026-03-04 12:00", West, Act.Sign);
        Assert.Equal((West, West), (life.Now.Accountable, life.Now.Handling));
        Assert.Equal(due, life.Due);
    }

    [Fact]
    public void A_return_is_arbitrated_above_while_the_clock_runs()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30");
        var due = life.Due;
        Assert.Equal("matter.reason", life.Refused("2026-03-03 09:00", East, Act.RequestReturn, reason: " "));
        life.Do("2026-03-03 09:00", East, Act.RequestReturn, reason: "不在本街道辖区");

        Assert.Equal((MatterState.ReturnRequested, East, due), (life.Now.State, life.Now.Accountable, life.Due));
        Assert.Equal("matter.own-case", life.Refused("2026-03-03 10:00", East, Act.GrantReturn));
        Assert.Equal("matter.not-yours", life.Refused("2026-03-03 10:00", West, Act.GrantReturn));

        life.Do("2026-03-04 09:00", District, Act.DenyReturn);
        Assert.Equal((MatterState.Signed, East, due, 0), (life.Now.State, life.Now.Accountable, life.Due, life.Now.Returns));

        life.Do("2026-03-05 09:00", East, Act.RequestReturn).Do("2026-03-06 09:00", District, Act.GrantReturn);
        Assert.Equal((MatterState.Registered, District, due, 1), (life.Now.State, life.Now.Accountable, life.Due, life.Now.Returns));
        Assert.Null(life.Now.Handling);
    }

    [Fact]
    public void At_the_top_nobody_could_judge_so_nothing_is_asked()
    {
        var life = new MatterLife("hazard", "2026-03-02 09:30").Do("2026-03-02 09:40", Hall, Act.Register)
            .Do("2026-03-02 09:50", Hall, Act.Dispatch, Hall).Do("2026-03-02 10:00", Hall, Act.Sign);

        Assert.Equal("matter.nobody-above", life.Refused("2026-03-03 09:00", Hall, Act.RequestReturn));
        Assert.Equal("matter.nobody-above", life.Refused("2026-03-03 09:00", Hall, Act.RequestExtension, until: "2026-04-30"));
        Assert.DoesNotContain(Act.RequestReturn, life.Now.AllowedTo(At(Someone(Hall), Monday.AddDays(1))));
    }

    [Fact]
    public void An_extension_is_asked_for_before_the_due_date_and_counted()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30", "days:3");
        Assert.Equal("2026-03-06 00:00", life.Due);
        Assert.Equal("matter.extension-not-later", life.Refused("2026-03-03 09:00", East, Act.RequestExtension, until: "2026-03-05"));
        Assert.Equal("matter.no-extension-asked", life.Refused("2026-03-03 09:00", District, Act.GrantExtension));
        Assert.Equal("matter.extension-late", life.Refused("2026-03-06 00:00", East, Act.RequestExtension, until: "2026-03-10"));

        life.Do("2026-03-05 23:59", East, Act.RequestExtension, until: "2026-03-10");
        Assert.Equal("2026-03-06 00:00", life.Due);
        Assert.Equal("matter.extension-asked", life.Refused("2026-03-05 23:59", East, Act.RequestExtension, until: "2026-03-11"));
        Assert.Equal("matter.own-case", life.Refused("2026-03-06 09:00", East, Act.GrantExtension));

        life.Do("2026-03-06 09:00", District, Act.GrantExtension);
        Assert.Equal(("2026-03-11 00:00", 1), (life.Due, life.Now.Extensions));
        Assert.Equal(Wuhan("2026-03-06 00:00"), life.Now.FirstDueAt);
    }

    [Fact]
    public void An_extension_overtaken_by_a_suspension_is_not_granted_to_shorten_the_time()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30", "days:3").Do("2026-03-03 00:00", East, Act.RequestExtension, until: "2026-03-09")
            .Do("2026-03-03 00:00", District, Act.Suspend).Do("2026-03-10 00:00", East, Act.Resume);
        Assert.Equal("2026-03-13 00:00", life.Due);

        Assert.Equal("matter.extension-not-later", life.Refused("2026-03-10 09:00", District, Act.GrantExtension));
        life.Do("2026-03-10 09:00", District, Act.DenyExtension);
        Assert.Null(life.Now.ExtensionAsked);
    }

    [Fact]
    public void A_suspension_stops_the_clock_and_gives_the_time_back()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30", "days:3").Do("2026-03-03 10:00", East, Act.Start);
        Assert.Equal("matter.own-case", life.Refused("2026-03-04 00:00", East, Act.Suspend));

        life.Do("2026-03-04 00:00", District, Act.Suspend, reason: "待年度改造工程一并实施");
        Assert.Equal((MatterState.Suspended, "", 1), (life.Now.State, life.Due, life.Now.Suspensions));
        Assert.Null(life.Now.EscalateAt);

        life.Do("2026-03-11 00:00", East, Act.Resume);
        Assert.Equal((MatterState.InProgress, "2026-03-13 00:00"), (life.Now.State, life.Due));
    }

    [Fact]
    public void Rework_goes_on_with_the_clock_and_the_check_is_not_charged()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30", "days:3").Do("2026-03-03 10:00", East, Act.Start).Do("2026-03-04 00:00", East, Act.Resolve);
        Assert.Null(life.Now.EscalateAt);
        Assert.Equal("matter.own-case", life.Refused("2026-03-04 09:00", East, Act.Check));

        life.ByAnother("2026-03-04 09:00", East, Act.Check).Do("2026-03-06 00:00", Hall, Act.Rework, reason: "现场仍有积水");
        Assert.Equal((MatterState.InProgress, 1, "2026-03-10 00:00"), (life.Now.State, life.Now.Reworks, life.Due));
        Assert.NotNull(life.Now.EscalateAt);
    }

    [Fact]
    public void A_reopened_matter_gets_a_new_clock_and_the_same_owner()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30", due: "2026-03-06").Do("2026-03-03 10:00", East, Act.Start)
            .Do("2026-03-04 16:00", East, Act.Resolve).Do("2026-03-05 09:00", Hall, Act.Check).Do("2026-03-05 09:30", Hall, Act.Close);

        life.Do("2026-03-16 09:00", Hall, Act.Reopen, reason: "同一处再次松动");
        Assert.Equal((MatterState.Registered, East, 1, 1), (life.Now.State, life.Now.Accountable, life.Now.Reopens, life.Now.Round));
        Assert.Null(life.Now.EndedAt);
        Assert.Equal("2026-03-31 00:00", life.Due);
    }

    [Fact]
    public void A_whole_is_done_only_when_its_parts_are()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30").WithOpenParts(1);
        Assert.Equal("matter.open-parts", life.Refused("2026-03-03 09:00", East, Act.Resolve));

        life.WithOpenParts(0).Do("2026-03-03 10:00", East, Act.Resolve).Do("2026-03-04 09:00", Hall, Act.Check).WithOpenParts(1);
        Assert.Equal("matter.open-parts", life.Refused("2026-03-04 09:30", Hall, Act.Close));
    }

    [Fact]
    public void Merging_and_voiding_end_a_matter_and_its_clock()
    {
        var merged = MatterLife.SignedAtEast("2026-03-02 09:30").Do("2026-03-03 09:00", Hall, Act.Merge, reason: "与先前上报的同一处");
        Assert.Equal((MatterState.Merged, false), (merged.Now.State, merged.Now.Open));
        Assert.Null(merged.Now.EscalateAt);
        Assert.Equal("matter.not-now", merged.Refused("2026-03-03 10:00", East, Act.Start));

        var voided = MatterLife.SignedAtEast("2026-03-02 09:30");
        Assert.Equal("matter.reason", voided.Refused("2026-03-03 09:00", Hall, Act.Void, reason: null));
        Assert.Equal(MatterState.Voided, voided.Do("2026-03-03 09:00", Hall, Act.Void, reason: "误报").Now.State);
        Assert.Equal("matter.not-now", voided.Refused("2026-03-03 10:00", Hall, Act.Reopen));
    }

    [Fact]
    public void A_milder_order_neither_weakens_nor_puts_off_a_sharper_one()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30").Supervised("2026-03-03 09:00", SupervisionColour.Red);
        Assert.Equal(Wuhan("2026-03-05 00:00"), life.Now.AnswerDueAt);

        life.Supervised("2026-03-03 10:00", SupervisionColour.Blue);
        Assert.Equal((SupervisionColour.Red, Wuhan("2026-03-05 00:00")), (life.Now.Supervision, life.Now.AnswerDueAt));

        life.Do("2026-03-04 09:00", East, Act.AnswerSupervision);
        Assert.Equal(SupervisionColour.None, life.Now.Supervision);
        Assert.Equal("matter.no-order", life.Refused("2026-03-04 10:00", East, Act.AnswerSupervision));
    }

    [Fact]
    public void An_order_on_a_matter_that_nobody_works_on_yet_is_answered_by_the_one_who_answers_for_it()
    {
        var life = new MatterLife("hazard", "2026-03-02 09:30").Do("2026-03-02 09:40", Hall, Act.Register).Supervised("2026-03-03 09:00", SupervisionColour.Yellow);

        Assert.Equal(SupervisionColour.None, life.Do("2026-03-04 09:00", Hall, Act.AnswerSupervision).Now.Supervision);
    }

    [Theory]
    [InlineData("dispute")]
    [InlineData("incident")]
    public void A_kind_without_verification_is_registered_not_verified(string kind)
    {
        var life = new MatterLife(kind, "2026-03-02 09:30", "days:3");
        Assert.Equal("matter.not-now", life.Refused("2026-03-02 09:35", Hall, Act.Verify));
        Assert.Equal("2026-03-06 00:00", life.Do("2026-03-02 09:40", Hall, Act.Register).Due);
    }

    [Fact]
    public void An_incident_is_signed_straight_into_work_and_closed_without_a_check()
    {
        var life = new MatterLife("incident", "2026-03-02 09:30").Do("2026-03-02 09:31", Hall, Act.Register)
            .Do("2026-03-02 09:32", Hall, Act.Dispatch, East).Do("2026-03-02 09:35", East, Act.Sign);
        Assert.Equal(MatterState.InProgress, life.Now.State);

        life.Do("2026-03-02 12:00", East, Act.Resolve);
        Assert.Equal("matter.not-now", life.Refused("2026-03-02 12:05", Hall, Act.Check));
        Assert.Equal(MatterState.Closed, life.Do("2026-03-02 12:10", Hall, Act.Close).Now.State);
    }

    [Fact]
    public void A_decision_on_an_older_version_is_refused()
    {
        var life = MatterLife.SignedAtEast("2026-03-02 09:30");
        var stale = new ActRequest { Act = Act.Start, Version = life.Now.Version - 1 };

        Assert.Equal("matter.moved", life.Now.Apply(stale, At(Someone(East), Monday)).Refusal!.Code);
    }

    private static DateTimeOffset Wuhan(string local) => Calendar.Wuhan.At(local).ToUniversalTime();
}
