using CityLoom.Emergency.Roster;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Emergency.Roster;

/// <summary>Coverage of a roster against looking at every hour.</summary>
public sealed class CheckCoverageTests
{
    private const int Hours = 48;
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Shift[]> Rosters =
        from count in Gen.Choose(0, 10)
        from shifts in Gen.ArrayOf(
            from post in Gen.Elements("command", "water")
            from person in Gen.Elements("甲", "乙", "丙")
            from begin in Gen.Choose(-10, Hours)
            from length in Gen.Choose(1, 20)
            from dropped in Gen.Elements(false, false, false, true)
            select new Shift { Post = post, Person = person, BeginsAt = Start.AddHours(begin), EndsAt = Start.AddHours(begin + length), Dropped = dropped }, count)
        select shifts.Select((s, i) => s with { Id = i + 1 }).ToArray();

    [Fact]
    public void A_gap_is_told_for_just_those_hours_in_which_somebody_is_missing() =>
        Prop.ForAll(Rosters.ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (shifts, want) =>
        {
            var wanted = new Dictionary<string, int> { ["command"] = want, ["water"] = 1 };
            var gaps = CheckCoverage.Gaps(shifts, wanted, Start, Start.AddHours(Hours));
            return wanted.All(w => Enumerable.Range(0, Hours).All(hour =>
            {
                var at = Start.AddHours(hour).AddMinutes(30);
                var have = shifts.Where(s => s.Post == w.Key && !s.Dropped && s.At(at)).Select(s => s.Person).Distinct().Count();
                var told = gaps.Where(g => g.Post == w.Key && g.From <= at && at < g.Until).ToList();
                return have >= w.Value ? told.Count == 0 : told is [{ } gap] && gap.Have == have && gap.Want == w.Value;
            }));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Gaps_never_overlap_and_neighbours_that_lack_the_same_are_one() =>
        Prop.ForAll(Rosters.ToArbitrary(), shifts =>
        {
            var gaps = CheckCoverage.Gaps(shifts, new Dictionary<string, int> { ["command"] = 2 }, Start, Start.AddHours(Hours));
            return gaps.Zip(gaps.Skip(1)).All(p => p.First.Until < p.Second.From || (p.First.Until == p.Second.From && p.First.Have != p.Second.Have))
                && gaps.All(g => g.From < g.Until && g.From >= Start && g.Until <= Start.AddHours(Hours));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_pair_of_one_person_that_overlaps_is_told_once() =>
        Prop.ForAll(Rosters.ToArbitrary(), shifts =>
        {
            var told = CheckCoverage.Doubles(shifts).Select(d => (Math.Min(d.First.Id, d.Second.Id), Math.Max(d.First.Id, d.Second.Id))).ToList();
            var expected = (from a in shifts from b in shifts where a.Id < b.Id && a.Person == b.Person && !a.Dropped && !b.Dropped && a.Overlaps(b) select (a.Id, b.Id)).ToHashSet();
            return told.Count == expected.Count && expected.SetEquals(told);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("王科长", true)]
    [InlineData("带班领导 2", true)]
    [InlineData("值班 13912345678", false)]
    [InlineData("", false)]
    public void A_person_is_a_name_or_a_role_and_no_number_to_call(string person, bool fits) => Assert.Equal(fits, KeepRoster.IsPerson(person));
}
