using CityLoom.City;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Roster;

/// <summary>A swap as it is asked for.</summary>
public sealed record NewSwap
{
    /// <summary>The shift to be handed over.</summary>
    public long Shift { get; init; }

    /// <summary>The shift taken for it; null to hand it over alone, and then <see cref="Person"/> says to whom.</summary>
    public long? For { get; init; }

    /// <summary>Who takes it, where no shift is taken for it.</summary>
    public string? Person { get; init; }

    /// <summary>Why.</summary>
    public string? Words { get; init; }
}

/// <summary>Swaps: one asks, another account accepts; until then the first has the duty.</summary>
public static class SwapShifts
{
    /// <summary>The swap that waits now, or why it can't be asked.</summary>
    public static Outcome<Swap> Ask(Writing writing, NewSwap asked, SignedIn by, CityContext city)
    {
        if (RosterBook.Take(writing, asked.Shift) is not { Dropped: false } shift || shift.BeginsAt <= city.Now)
        {
            return RosterRefusals.NoShift;
        }

        var other = asked.For is { } id ? RosterBook.Take(writing, id) : null;
        if (asked.For is not null && (other is null or { Dropped: true } || other.BeginsAt <= city.Now || other.Id == shift.Id))
        {
            return RosterRefusals.NoShift;
        }

        var person = other?.Person ?? asked.Person?.Trim() ?? "";
        if (!KeepRoster.IsPerson(person) || person == shift.Person || asked.Words?.Length > 500)
        {
            return RosterRefusals.BadSwap;
        }

        var posts = RosterBook.Posts(writing).ToDictionary(p => p.Code);
        if (!RequestSupplies.MayFor(by, posts[shift.Post].Organization, city) || (other is not null && !RequestSupplies.MayFor(by, posts[other.Post].Organization, city)))
        {
            return RosterRefusals.NotYours;
        }

        var swap = new Swap { ShiftId = shift.Id, OtherShiftId = other?.Id, Person = person, Words = asked.Words?.Trim() ?? "", State = "Asked", AskedAt = city.Now, AskedBy = by.Account };
        var made = writing.Insert(
            "insert into duty_swaps (shift_id, other_shift_id, person, words, state, asked_at, asked_by) "
            + "values (@ShiftId, @OtherShiftId, @Person, @Words, @State, @AskedAt, @AskedBy) on conflict do nothing", swap);
        if (made == 0)
        {
            return RosterRefusals.Waits;
        }

        RosterBook.Save(writing, shift, city.Now, by.Actor, "swap-asked", new { swap = made, to = person, swap.Words });
        return swap with { Id = made };
    }

    /// <summary>Accepts or declines. Accepted by whoever asked it would be nobody's consent, and what would put a person on two shifts at once is refused.</summary>
    public static Outcome<Swap> Answer(Writing writing, long id, bool accept, SignedIn by, CityContext city)
    {
        if (RosterBook.TakeSwap(writing, id) is not { State: "Asked" } swap)
        {
            return RosterRefusals.NoSwap;
        }

        var shift = RosterBook.Take(writing, swap.ShiftId)!;
        var other = swap.OtherShiftId is { } otherId ? RosterBook.Take(writing, otherId) : null;
        var posts = RosterBook.Posts(writing).ToDictionary(p => p.Code);
        if (!RequestSupplies.MayFor(by, posts[(other ?? shift).Post].Organization, city))
        {
            return RosterRefusals.NotYours;
        }

        if (accept && swap.AskedBy == by.Account)
        {
            return RosterRefusals.OwnSwap;
        }

        if (accept && (shift.Dropped || shift.BeginsAt <= city.Now || other is { Dropped: true } || other?.BeginsAt <= city.Now))
        {
            return RosterRefusals.NoShift;
        }

        if (accept && Clash(writing, shift, other, swap.Person))
        {
            return RosterRefusals.Clash;
        }

        var state = accept ? "Accepted" : "Declined";
        writing.Execute("update duty_swaps set state = @state, answered_at = @Now where id = @id", new { state, city.Now, id });
        if (accept)
        {
            RosterBook.Save(writing, shift with { Person = swap.Person }, city.Now, by.Actor, "swapped", new { swap = id, from = shift.Person });
            if (other is not null)
            {
                RosterBook.Save(writing, other with { Person = shift.Person }, city.Now, by.Actor, "swapped", new { swap = id, from = other.Person });
            }
        }
        else
        {
            RosterBook.Save(writing, shift, city.Now, by.Actor, "swap-declined", new { swap = id, to = swap.Person });
        }

        return swap with { State = state };
    }

    private static bool Clash(Session session, Shift shift, Shift? other, string person)
    {
        bool Busy(Shift taken, string who) => RosterBook.Shifts(session, taken.BeginsAt, taken.EndsAt).Exists(s => s.Person == who && s.Id != shift.Id && s.Id != other?.Id);
        return Busy(shift, person) || (other is not null && Busy(other, shift.Person));
    }
}
