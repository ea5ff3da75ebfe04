using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Emergency.Supplies;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Roster;

/// <summary>A shift as it is planned.</summary>
public sealed record NewShift
{
    /// <summary>Code of the post.</summary>
    public string Post { get; init; } = "";

    /// <summary>From when.</summary>
    public DateTimeOffset BeginsAt { get; init; }

    /// <summary>Until when; at most 72 hours later.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>Who: a name or a role, 1 to 40 characters without a number to call.</summary>
    public string Person { get; init; } = "";
}

/// <summary>Plans posts and shifts, takes shifts off the roster, writes hand-over notes.</summary>
public static class KeepRoster
{
    /// <summary>The posts that may plan, for the organizations they stand over.</summary>
    public static IReadOnlyList<Role> May => ActivatePlan.May;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// <summary>Makes or amends a duty post.</summary>
    public static Outcome<DutyPost> Post(Writing writing, DutyPost asked, SignedIn by, CityContext city)
    {
        if (asked.Code.Length is 0 or > 60 || asked.Name.Trim().Length is 0 or > 60 || asked.Least is < 0 or > 100 || city.Organizations.Find(asked.Organization) is null)
        {
            return RosterRefusals.BadPost;
        }

        var known = RosterBook.Posts(writing).Find(p => p.Code == asked.Code);
        if (!ActivatePlan.MayCommand(by, asked.Organization, city) || (known is not null && !ActivatePlan.MayCommand(by, known.Organization, city)))
        {
            return RosterRefusals.NotYours;
        }

        writing.Execute(
            "insert into duty_posts (code, name, english_name, organization, least) values (@Code, @Name, @EnglishName, @Organization, @Least) on conflict (code) do update set "
            + "name = excluded.name, english_name = excluded.english_name, organization = excluded.organization, least = excluded.least", asked);
        RosterBook.KeptPosts.Append(writing, 1, city.Now, by.Actor, known is null ? "made" : "amended", asked);
        return asked;
    }

    /// <summary>Puts shifts on the roster, all or none. Somebody twice at once is taken and listed: a roster is often written before it is right.</summary>
    public static Outcome<IReadOnlyList<Shift>> Plan(Writing writing, IReadOnlyList<NewShift> asked, SignedIn by, CityContext city)
    {
        if (asked.Count is 0 or > 2_000)
        {
            return RosterRefusals.BadShift;
        }

        var posts = RosterBook.Posts(writing).ToDictionary(p => p.Code);
        var made = new List<Shift>();
        foreach (var shift in asked)
        {
            if (!posts.TryGetValue(shift.Post, out var post))
            {
                return RosterRefusals.NoPost;
            }

            if (!ActivatePlan.MayCommand(by, post.Organization, city))
            {
                return RosterRefusals.NotYours;
            }

            if (shift.EndsAt <= shift.BeginsAt || shift.EndsAt - shift.BeginsAt > Longest || !IsPerson(shift.Person))
            {
                return RosterRefusals.BadShift;
            }

            made.Add(RosterBook.Add(
                writing, new Shift { Post = shift.Post, BeginsAt = shift.BeginsAt.ToUniversalTime(), EndsAt = shift.EndsAt.ToUniversalTime(), Person = shift.Person.Trim() }, city.Now, by.Actor));
        }

        return made;
    }

    /// <summary>Takes a shift off the roster.</summary>
    public static Outcome<Shift> Drop(Writing writing, long id, SignedIn by, CityContext city)
    {
        if (RosterBook.Take(writing, id) is not { Dropped: false } shift)
        {
            return RosterRefusals.NoShift;
        }

        var post = RosterBook.Posts(writing).First(p => p.Code == shift.Post);
        return ActivatePlan.MayCommand(by, post.Organization, city)
            ? RosterBook.Save(writing, shift with { Dropped = true }, city.Now, by.Actor, "dropped", null)
            : RosterRefusals.NotYours;
    }

    /// <summary>Writes what those who come have to know.</summary>
    public static Outcome<Handover> HandOver(Writing writing, string code, string? words, SignedIn by, CityContext city)
    {
        if (RosterBook.Posts(writing).Find(p => p.Code == code) is not { } post)
        {
            return RosterRefusals.NoPost;
        }

        if (!RequestSupplies.MayFor(by, post.Organization, city))
        {
            return RosterRefusals.NotYours;
        }

        if (words?.Trim() is not { Length: >= 2 and <= 2_000 } text)
        {
            return RosterRefusals.NoWords;
        }

        var row = new { code, text, city.Now, by.Account, by.Organization };
        var id = writing.Insert("insert into duty_handovers (post, words, at, account, organization) values (@code, @text, @Now, @Account, @Organization)", row);
        RosterBook.KeptHandovers.Append(writing, id, city.Now, by.Actor, "written", new { post = code, words = text });
        return new Handover(code, text, city.Now, by.Organization);
    }

    /// <summary>A name or a role; whatever holds a number that one could call is refused.</summary>
    internal static bool IsPerson(string person) => person.Trim().Length is >= 1 and <= 40 && person.Count(char.IsDigit) < 5;
}
