using CityLoom.City.Matters;
using CityLoom.Kernel.Accounts;

namespace CityLoom.Tests.City.Matters;

/// <summary>The table itself: one line for each act, and for each line the roles and words that it asks for.</summary>
public sealed class TransitionTableTests
{
    public static TheoryData<Act> Acts => [.. Enum.GetValues<Act>()];

    [Fact]
    public void Every_act_has_one_line() => Assert.Equal(Enum.GetValues<Act>(), Transitions.All.Select(t => t.Act).Order());

    [Fact]
    public void Nothing_leads_out_of_an_end_but_a_reopening_and_a_judgement() => Assert.Equal(
        [Act.Evaluate, Act.Reopen],
        Transitions.All.Where(t => t.From.Any(s => !s.IsOpen())).Select(t => t.Act));

    [Fact]
    public void Those_who_may_only_look_appear_in_no_line() => Assert.DoesNotContain(Transitions.All, t => t.Roles.Contains(Role.Auditor));

    [Theory]
    [MemberData(nameof(Acts))]
    public void A_role_outside_the_line_is_refused_whatever_the_office(Act act)
    {
        var line = Transitions.Of(act);
        foreach (var role in Enum.GetValues<Role>().Except(line.Roles))
        {
            var everywhere = new SignedIn(9, "everywhere", [.. SmallTown.Offices.Select(o => new Grant { Role = role, Organization = o })]);
            Assert.Equal("matter.not-yours", MatterActs.Refuse(Ready(line), line, SmallTown.At(everywhere, SmallTown.Monday))!.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void Each_role_of_the_line_may_in_the_right_office_and_not_in_a_foreign_one(Act act)
    {
        var line = Transitions.Of(act);
        foreach (var role in line.Roles)
        {
            var party = line.By == Party.Arbiter ? SmallTown.District : SmallTown.East;
            Assert.Null(MatterActs.Refuse(Ready(line), line, SmallTown.At(SmallTown.Person(9, party, role), SmallTown.Monday)));
            Assert.Null(MatterActs.Refuse(Ready(line), line, SmallTown.At(SmallTown.Person(9, SmallTown.Hall, role), SmallTown.Monday)));
            Assert.NotNull(MatterActs.Refuse(Ready(line), line, SmallTown.At(SmallTown.Person(9, SmallTown.Water, role), SmallTown.Monday)));
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void A_grant_limited_to_a_territory_reaches_no_further(Act act)
    {
        var line = Transitions.Of(act);
        var matter = Ready(line) with { Place = "1/11/111/" };
        foreach (var role in line.Roles)
        {
            SignedIn Within(string territory) => new(9, territory, [new Grant { Role = role, Organization = SmallTown.Hall, Territory = territory }]);
            Assert.Null(MatterActs.Refuse(matter, line, SmallTown.At(Within("11"), SmallTown.Monday)));
            Assert.Equal("matter.not-yours", MatterActs.Refuse(matter, line, SmallTown.At(Within("112"), SmallTown.Monday))!.Code);
            Assert.Equal("matter.not-yours", MatterActs.Refuse(matter, line, SmallTown.At(Within("1/1"), SmallTown.Monday))!.Code);
        }
    }

    [Fact]
    public void Nobody_but_the_schedule_escalates()
    {
        var line = Transitions.Of(Act.Escalate);
        Assert.All(SmallTown.Staff, person => Assert.Equal("matter.not-yours", MatterActs.Refuse(Ready(line), line, SmallTown.At(person, SmallTown.Monday))!.Code));
        Assert.Null(MatterActs.Refuse(Ready(line), line, SmallTown.At(null, SmallTown.Monday)));
    }

    /// <summary>A request of the east street in the last state from which the act may be done.</summary>
    private static Matter Ready(Transition line) => SmallTown.New("request") with
    {
        State = line.From[^1],
        Accountable = SmallTown.East,
        Handling = line.From[^1] == MatterState.Dispatched ? null : SmallTown.East,
        Offered = line.From[^1] == MatterState.Dispatched ? SmallTown.East : null,
        ResolvedBy = 77,
    };
}
