using CityLoom.City.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Calendar;

/// <summary>The rules again, in the slowest and plainest way, minute by minute; both must always agree.</summary>
public sealed class DueAgainstLookingAtEveryMinute
{
    private static readonly DateTime Origin = new(2024, 2, 1);
    private static readonly int[] Edges = [0, 8 * 60 + 59, 9 * 60, 12 * 60, 13 * 60 + 30, 17 * 60 + 30];

    private sealed record Case(DateTime Accepted, Term Term, (DateTime From, DateTime To)[] Pauses);

    [Fact]
    public void The_due_is_the_same()
    {
        Prop.ForAll(Cases().ToArbitrary(), c =>
        {
            var clock = Wuhan.Time.Start(Instant(c.Accepted), c.Term, [.. c.Pauses.Select(p => new Pause(Instant(p.From), Instant(p.To)))]);
            return Wuhan.Written(clock) == (c.Term.Unit == TermUnit.WorkingDays ? DayByMinutes(c) : MinuteByMinutes(c));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void The_share_is_the_minutes_run_over_all()
    {
        var both = from c in Cases() where c.Term.Unit == TermUnit.WorkingMinutes && c.Term.Count > 0
                   from minutes in Gen.Choose(0, 20 * 24 * 60)
                   select (Case: c, At: c.Accepted.AddMinutes(minutes));
        Prop.ForAll(both.ToArbitrary(), x =>
        {
            var clock = Wuhan.Time.Start(Instant(x.Case.Accepted), x.Case.Term, [.. x.Case.Pauses.Select(p => new Pause(Instant(p.From), Instant(p.To)))]);
            var ran = Minutes(x.Case.Accepted).TakeWhile(t => t < x.At).Count(t => Runs(t, x.Case));
            return Math.Abs(clock.ShareAt(Instant(x.At)) - (double)ran / x.Case.Term.Count) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<Case> Cases()
    {
        var moment = from day in Gen.Choose(0, 30)
                     from minute in Gen.OneOf(Gen.Elements(Edges), Gen.Choose(0, 24 * 60 - 1))
                     select Origin.AddDays(day).AddMinutes(minute);
        var pause = from a in moment from b in moment select a < b ? (a, b) : (b, a);
        return from accepted in moment
               from term in Gen.OneOf(Gen.Choose(0, 12).Select(Term.Days), Gen.Choose(0, 1200).Select(Term.Minutes))
               from count in Gen.Choose(0, 4)
               from pauses in pause.ArrayOf(count)
               select new Case(accepted, term, pauses);
    }

    private static string MinuteByMinutes(Case c)
    {
        var left = c.Term.Count;
        foreach (var minute in Minutes(c.Accepted))
        {
            if (left == 0)
                return minute.ToString("yyyy-MM-dd HH:mm");
            if (Runs(minute, c))
                left--;
        }
        throw new InvalidOperationException("Unreachable: minutes go on.");
    }

    private static string DayByMinutes(Case c)
    {
        var last = c.Accepted.Date;
        var left = c.Term.Count * 24 * 60;
        foreach (var minute in Minutes(last.AddDays(1)).TakeWhile(_ => left > 0))
        {
            if (Wuhan.Calendar.IsWorking(DateOnly.FromDateTime(minute)) && !Paused(minute, c))
                (left, last) = (left - 1, minute);
        }
        return last.ToString("yyyy-MM-dd");
    }

    private static IEnumerable<DateTime> Minutes(DateTime from)
    {
        for (var minute = from; ; minute = minute.AddMinutes(1))
            yield return minute;
    }

    private static bool Runs(DateTime t, Case c) => Wuhan.Calendar.IsWorking(DateOnly.FromDateTime(t)) && InOffice(t) && !Paused(t, c);

    private static bool InOffice(DateTime t) => t.TimeOfDay.TotalHours is (>= 9 and < 12) or (>= 13.5 and < 17.5);

    private static bool Paused(DateTime t, Case c) => c.Pauses.Any(p => p.From <= t && t < p.To);

    private static DateTimeOffset Instant(DateTime local) => new(local, TimeSpan.FromHours(8));
}
