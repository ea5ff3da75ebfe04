using System.CommandLine;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary>The verbs of accounts that list them and change what they may do, the same as their pages.</summary>
internal static class AccountChanges
{
    public static Command List(Terminal terminal)
    {
        var command = new Command("list", "Print all accounts: name, post, state, roles");
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var now = opened.City.Now;
            terminal.Table(["name", "post", "state", "roles"], [.. opened.Database.Read(AccountStanding.All).Select(a => new[]
            {
                a.Name, a.DisplayName, a.Disabled ? "locked" : a.LockedUntil > now ? $"locked until {a.LockedUntil:u}" : a.HasPassword ? "active" : "keys only",
                string.Join(' ', a.Grants.Select(g => $"{g.Role.ToString().ToLowerInvariant()}@{g.Organization}{(g.Territory is null ? "" : "@" + g.Territory)}")),
            })]);
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Grant(Terminal terminal, Argument<string> name, bool give)
    {
        var grant = new Argument<string>("grant") { Description = "ROLE@ORGANIZATION or ROLE@ORGANIZATION@TERRITORY" };
        var command = new Command(give ? "grant" : "revoke", give ? "Give an account a role" : "Take a role from an account") { name, grant };
        command.SetAction(call => AccountVerb.Parse(call.GetRequiredValue(grant)) is not { } parsed
            ? Task.FromResult(terminal.Refuse("A role is written ROLE@ORGANIZATION, such as supervisor@4201.zf", ExitCodes.WrongUsage))
            : AccountVerb.WriteAsync(terminal, call, (w, at) => (give
                    ? ChangeAccount.Grant(w, at, Actor.System, call.GetRequiredValue(name), parsed)
                    : ChangeAccount.Revoke(w, at, Actor.System, call.GetRequiredValue(name), parsed))
                .Then<string>(a => $"{a.Name}: {call.GetValue(grant)} {(give ? "given" : "taken")}.")));
        return command;
    }

    public static Command Lock(Terminal terminal, Argument<string> name, bool locked)
    {
        var command = new Command(locked ? "lock" : "unlock", locked ? "Lock an account and end its sessions" : "Open a locked account again") { name };
        command.SetAction(call => AccountVerb.WriteAsync(terminal, call, (w, at) =>
            ChangeAccount.Lock(w, at, Actor.System, call.GetRequiredValue(name), locked).Then<string>(a => $"{a.Name} is {(locked ? "locked" : "open")}.")));
        return command;
    }
}
