using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityLoom.City.Administration;

/// <summary>An account that is to be made.</summary>
public sealed record NewAccount
{
    /// <summary>Sign-in name.</summary>
    public required string Name { get; init; }

    /// <summary>As shown: that of a post, not of a person.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Its roles.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];
}

/// <summary>A password made by chance, shown once.</summary>
/// <param name="Password">The password.</param>
public sealed record ShownPassword(string Password);

/// <summary>An administrator at work on accounts: only on those whose roles all lie within the administrator's own organizations.</summary>
/// <param name="Http">The request.</param>
/// <param name="Database">The store.</param>
/// <param name="City">The city.</param>
/// <param name="Cache">Who is signed in, to be asked anew after a change.</param>
public sealed record AccountDesk(IHttpContextAccessor Http, Database Database, CityContext City, SignedInCache Cache)
{
    private static readonly Refusal OutOfReach = new(
        "account.reach", "账号的岗位不全在您管理的单位范围内。", "The account holds roles outside the organizations that you administer.", 403);

    private static readonly Refusal NoOrganization = new(
        "account.organization", "没有这个单位，或不在您管理的范围内。", "There is no such organization, or you don't administer it.", 400);

    private static readonly Refusal NoTerritory = new("account.territory", "没有这个区划。", "There is no such territory.", 400);

    /// <summary>Taken at once: writes run on another thread, where the request is unknown.</summary>
    private readonly SignedIn _who = Http.HttpContext!.RequiredSignedIn();

    /// <summary>Makes an account; it gets its password by <see cref="Reset"/>.</summary>
    public Task<Outcome<Account>> Add(NewAccount asked) => Change(w => asked.Grants.Select(Refuse).FirstOrDefault(r => r is not null) is { } refusal
        ? refusal
        : AccountBook.Add(w, City.Now, _who.Actor, asked.Name, asked.DisplayName, null, asked.Grants));

    /// <summary>Gives a role.</summary>
    public Task<Outcome<Account>> Grant(string name, Grant grant) =>
        Change(w => (Refuse(grant) ?? Reach(w, name)) is { } refusal ? refusal : ChangeAccount.Grant(w, City.Now, _who.Actor, name, grant));

    /// <summary>Takes a role.</summary>
    public Task<Outcome<Account>> Revoke(string name, Grant grant) =>
        Change(w => Reach(w, name) is { } refusal ? refusal : ChangeAccount.Revoke(w, City.Now, _who.Actor, name, grant));

    /// <summary>Locks an account or opens it again.</summary>
    public Task<Outcome<Account>> Lock(string name, bool locked) =>
        Change(w => Reach(w, name) is { } refusal ? refusal : ChangeAccount.Lock(w, City.Now, _who.Actor, name, locked));

    /// <summary>Gives it a new password.</summary>
    public Task<Outcome<string>> Reset(string name) =>
        Change(w => Reach(w, name) is { } refusal ? refusal : ChangeAccount.Reset(w, City.Now, _who.Actor, name));

    internal async Task<Results<Ok<AccountStanding>, ProblemHttpResult>> AddAsync(NewAccount asked) => await Standing(asked.Name, await Add(asked));

    internal async Task<Results<Ok<AccountStanding>, ProblemHttpResult>> GrantAsync(string name, Grant grant) => await Standing(name, await Grant(name, grant));

    internal async Task<Results<Ok<AccountStanding>, ProblemHttpResult>> RevokeAsync(string name, Grant grant) => await Standing(name, await Revoke(name, grant));

    internal async Task<Results<Ok<AccountStanding>, ProblemHttpResult>> LockAsync(string name, bool locked) => await Standing(name, await Lock(name, locked));

    internal async Task<Results<Ok<ShownPassword>, ProblemHttpResult>> ResetAsync(string name) =>
        (await Reset(name)).Then<ShownPassword>(p => new ShownPassword(p)).OkOr();

    private async Task<Outcome<T>> Change<T>(Func<Writing, Outcome<T>> change)
    {
        var outcome = await Database.WriteAsync(change).ConfigureAwait(false);
        Cache.Clear();
        return outcome;
    }

    private async Task<Results<Ok<AccountStanding>, ProblemHttpResult>> Standing(string name, Outcome<Account> outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            return Problems.Of(refusal);
        }

        var all = await Database.ReadAsync(AccountStanding.All).ConfigureAwait(false);
        return TypedResults.Ok(all.Find(a => a.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))!);
    }

    private Refusal? Refuse(Grant grant) => City.Organizations.Find(grant.Organization) is null || !Administers(grant.Organization) ? NoOrganization
        : grant.Territory is { } territory && City.Territories.Find(territory) is null ? NoTerritory
        : null;

    private Refusal? Reach(Session session, string name) =>
        AccountBook.Find(session, name) is { } account && !AccountBook.SignedInAs(session, account).Grants.All(g => Administers(g.Organization)) ? OutOfReach : null;

    /// <summary>One's own organizations and those below; what is gone from the tree is for administrators of its top.</summary>
    private bool Administers(string organization) => _who.Grants.Any(g => g.Role == Role.Administrator
        && (g.Organization == organization || City.Organizations.Within(organization, g.Organization)
            || (City.Organizations.Find(organization) is null && City.Organizations.Find(g.Organization) is { ParentCode: null })));
}
