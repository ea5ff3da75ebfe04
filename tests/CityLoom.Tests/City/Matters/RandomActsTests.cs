using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.Kernel.Accounts;
using CityLoom.Tests.City.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Matters;

/// <summary>Whatever anybody tries, in any order and at any time, on a matter of any kind: what must hold holds after every step.</summary>
public sealed class RandomActsTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true);

    /// <summary>Something that somebody tries after some minutes.</summary>
    private sealed record Attempt(Act Act, SignedIn? By, string Organization, int Minutes, string? Reason, int Number)
    {
        public ActRequest Request(DateTimeOffset now) => new()
        {
            Act = Act,
            Organization = Organization,
            Reason = Reason,
            Until = DateOnly.FromDateTime(now.DateTime).AddDays(Number - 2),
            Into = Number % 3 == 0 ? null : 7,
            Colour = (SupervisionColour)(Number % 4),
            Progress = Number * 12 - 10,
            Period = Number % 5 == 0 ? "March" : "2026-03",
            File = Number % 4 == 0 ? null : "0badcafe",
        };
    }

    private sealed record Life(string Kind, string? Term, Attempt[] Attempts);

    [Fact]
    public void Somebody_answers_for_it_at_every_moment_and_only_acceptance_changes_who() => ForEveryStep((before, attempt, after, now) =>
    {
        Assert.NotNull(SmallTown.Tree.Find(after.Accountable));
        var changed = after.Accountable != before.Accountable;
        Assert.True(!changed || attempt.Act is Act.Sign or Act.GrantReturn, $"{attempt.Act} changed who answers for it");
        if (attempt.Act == Act.Sign)
        {
            Assert.Equal(before.Offered, after.Accountable);
        }

        if (attempt.Act == Act.GrantReturn && changed)
        {
            Assert.True(SmallTown.Tree.Within(before.Accountable, after.Accountable), "a granted return goes to whoever stands above");
        }

        if (attempt.Act == Act.HandOver)
        {
            Assert.Equal((before.Accountable, before.Handling, before.DueAt), (after.Accountable, after.Handling, after.DueAt));
        }
    });

    [Fact]
    public void Each_state_has_the_organizations_that_it_needs() => ForEveryStep((_, _, after, _) =>
    {
        var offered = after.State == MatterState.Dispatched || (after.State == MatterState.ReturnRequested && after.Back == MatterState.Dispatched);
        Assert.Equal(offered, after.Offered is not null);
        if (after.State is MatterState.Signed or MatterState.InProgress or MatterState.Suspended or MatterState.Resolved or MatterState.Checking or MatterState.Closed)
        {
            Assert.NotNull(after.Handling);
        }

        Assert.Equal(after.State is MatterState.Suspended or MatterState.ReturnRequested, after.Back is not null);
    });

    [Fact]
    public void The_state_moves_only_as_the_table_says() => ForEveryStep((before, attempt, after, _) =>
    {
        var line = Transitions.Of(attempt.Act);
        var kind = MatterKinds.Of(before.Kind);
        Assert.Contains(before.State, line.From);
        var expected = attempt.Act switch
        {
            Act.DenyReturn or Act.Resume => before.Back,
            _ => line.To is { } to ? kind.Keep(to) : before.State,
        };
        Assert.Equal(expected, after.State);
        Assert.Equal(before.Version + 1, after.Version);
        Assert.False(line.NeedsReason && string.IsNullOrWhiteSpace(attempt.Reason), $"{attempt.Act} went through without a reason");
    });

    [Fact]
    public void Only_a_holder_of_the_right_role_in_the_right_organization_gets_through() => ForEveryStep((before, attempt, _, _) =>
    {
        var line = Transitions.Of(attempt.Act);
        if (attempt.By is null)
        {
            return;
        }

        Assert.NotEqual(Party.System, line.By);
        var parties = line.By switch
        {
            Party.Accountable or Party.Checker => [before.Accountable],
            Party.Offered => [before.Offered],
            Party.Handling => [before.Handling],
            Party.HandlingOrOffered => [before.Offered, before.Handling, before.Holder],
            _ => new[] { before.Accountable, before.Offered, before.Handling },
        };
        Assert.Contains(attempt.By.Grants, g => line.Roles.Contains(g.Role) && parties.Any(p => SmallTown.Tree.Within(p, g.Organization)));
        if (line.By == Party.Checker)
        {
            Assert.NotEqual(before.ResolvedBy, attempt.By.Account);
        }

        if (line.By == Party.Arbiter)
        {
            Assert.DoesNotContain(attempt.By.Grants, g => g.Organization == before.Holder);
        }
    });

    [Fact]
    public void Clocks_run_from_acceptance_and_are_never_negative() => ForEveryStep((_, _, after, now) =>
    {
        if (after.State.ClockRuns() || after.State is MatterState.Suspended or MatterState.Resolved or MatterState.Checking)
        {
            Assert.NotNull(after.AcceptedAt);
        }

        if (after.AcceptedAt is { } accepted && after.Term is not null)
        {
            Assert.True(after.DueAt is null || after.DueAt >= accepted, $"due {after.DueAt} before acceptance {accepted}");
            Assert.True(after.Clock(Wuhan.Time)!.ShareAt(now) >= 0, "less than nothing was used");
        }

        Assert.True(after.WarnAt is null || after.WarnAt <= after.DueAt, "the light turns after the due instant");
        Assert.Equal(after.State == MatterState.Suspended, after.Pauses.Any(p => p.End is null));
        Assert.All(after.Pauses, p => Assert.True(p.End is null || p.End >= p.Start));
        Assert.True(after.EndedAt is null || after.EndedAt >= after.CreatedAt);
        Assert.Equal(after.Open, after.EndedAt is null);
    });

    [Fact]
    public void Whatever_runs_and_can_be_late_has_its_next_escalation_set_and_nothing_else_has() => ForEveryStep((_, _, after, _) =>
        Assert.Equal(
            after.State.ClockRuns() && after.DueAt is not null && after.EscalationLevel < MatterClock.Ladder.Count,
            after.EscalateAt is not null));

    [Fact]
    public void Extensions_and_suspensions_are_counted_and_never_shorten_the_time() => ForEveryStep((before, attempt, after, _) =>
    {
        Assert.Equal(before.Extensions + (attempt.Act == Act.GrantExtension ? 1 : 0), after.Extensions);
        Assert.Equal(before.Suspensions + (attempt.Act == Act.Suspend ? 1 : 0), after.Suspensions);
        Assert.Equal(before.Returns + (attempt.Act == Act.GrantReturn ? 1 : 0), after.Returns);
        Assert.Equal(before.Reworks + (attempt.Act == Act.Rework ? 1 : 0), after.Reworks);
        Assert.Equal(before.Reopens + (attempt.Act == Act.Reopen ? 1 : 0), after.Reopens);
        if (attempt.Act is Act.GrantExtension or Act.Resume or Act.Rework)
        {
            Assert.True(before.DueAt is null || after.DueAt >= before.DueAt, $"{attempt.Act} moved the due from {before.DueAt} to {after.DueAt}");
        }
    });

    [Fact]
    public void The_buttons_shown_are_the_acts_that_go_through() => ForEveryStep((before, attempt, _, now) =>
    {
        if (attempt.By is not null)
        {
            Assert.Contains(attempt.Act, before.AllowedTo(SmallTown.At(attempt.By, now)));
        }
    });

    [Fact]
    public void What_is_waiting_for_an_answer_can_be_answered() => ForEveryStep((_, _, after, now) =>
    {
        if (after.Supervision != SupervisionColour.None && after.Open)
        {
            Assert.NotNull(after.AnswerDueAt);
            Assert.Contains(SmallTown.Staff, person => after.AllowedTo(SmallTown.At(person, now)).Contains(Act.AnswerSupervision));
        }

        if (after.State == MatterState.ReturnRequested)
        {
            Assert.Contains(SmallTown.Staff, person => after.AllowedTo(SmallTown.At(person, now)).Contains(Act.GrantReturn));
        }
    });

    private static void ForEveryStep(Action<Matter, Attempt, Matter, DateTimeOffset> check)
    {
        var steps = 0;
        Prop.ForAll(Lives().ToArbitrary(), life =>
        {
            var now = SmallTown.Monday;
            var matter = SmallTown.New(life.Kind, term: life.Term);
            foreach (var drawn in life.Attempts)
            {
                now = now.AddMinutes(drawn.Minutes);
                var attempt = Sensible(matter, drawn, now);
                if (matter.Apply(attempt.Request(now), SmallTown.At(attempt.By, now)).Is(out var after, out _))
                {
                    check(matter, attempt, after, now);
                    matter = after;
                    steps++;
                }
            }
        }).Check(Many);
        Assert.True(steps > 1_500, $"only {steps} acts went through");
    }

    /// <summary>Two attempts of three do something that is offered to the person, so that lives get far; the others try anything.</summary>
    private static Attempt Sensible(Matter matter, Attempt drawn, DateTimeOffset now)
    {
        var offered = drawn.By is null || drawn.Number % 3 == 0 ? [] : matter.AllowedTo(SmallTown.At(drawn.By, now)).Except([Act.Void, Act.Merge, Act.Decline]).ToList();
        return offered.Count == 0 ? drawn : drawn with { Act = offered[drawn.Minutes % offered.Count] };
    }

    private static Gen<Life> Lives()
    {
        var act = Gen.Frequency((1, Gen.Constant(Act.Escalate)), (9, Gen.Elements(Enum.GetValues<Act>())));
        var person = Gen.OneOf(Gen.Elements(SmallTown.Staff.ToArray()), Gen.Elements(SmallTown.Staff.Take(2).ToArray()));
        var attempt = from what in act
                      from who in person
                      from office in Gen.Elements(SmallTown.Offices.ToArray())
                      from minutes in Gen.OneOf(Gen.Choose(0, 60), Gen.Choose(0, 6_000))
                      from reason in Gen.Elements("现场已查看", "现场已查看", "现场已查看", " ", null)
                      from number in Gen.Choose(0, 12)
                      select new Attempt(what, what == Act.Escalate ? null : who, office, minutes, reason, number);
        return from kind in Gen.Elements(MatterKinds.All.Select(k => k.Code).ToArray())
               from term in Gen.Elements(null, "days:3", "mins:240", "days:0")
               from count in Gen.Choose(20, 60)
               from attempts in attempt.ArrayOf(count)
               select new Life(kind, term, attempts);
    }
}
