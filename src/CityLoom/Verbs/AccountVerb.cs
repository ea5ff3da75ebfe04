using System.CommandLine;
using CityLoom.Hosting;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary><c>cityloom account</c>: accounts, their roles, passwords and keys.</summary>
internal static class AccountVerb
{
    private static readonly Argument<string> Name = new("name") { Description = "sign-in name" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("account", "Accounts, roles, passwords, and keys for programs") {
            Add(terminal), Password(terminal), Key(terminal), AccountKeys.List(terminal, Name), AccountKeys.Revoke(terminal, Name), AccountChanges.List(terminal), AccountChanges.Grant(terminal, Name, give: true),
            AccountChanges.Grant(terminal, Name, give: false), AccountChanges.Lock(terminal, Name, locked: true), AccountChanges.Lock(terminal, Name, locked: false),
        };
        command.AddStore();
        return command;
    }

    private static Command Add(Terminal terminal)
    {
        var display = new Option<string?>("--display") { Description = "name as shown; that of a post, not of a person" };
        var grants = new Option<string[]>("--grant") { Description = "ROLE@ORGANIZATION or ROLE@ORGANIZATION@TERRITORY; may be repeated", Required = true };
        var command = new Command("add", $"Make an account. Roles: {string.Join(", ", Enum.GetNames<Role>().Select(r => r.ToLowerInvariant()))}. A password is read from standard input with `account password`")
        {
            Name, display, grants,
        };
        command.SetAction(call =>
        {
            var parsed = call.GetValue(grants)!.Select(Parse).ToList();
            if (parsed.Contains(null))
            {
                return Task.FromResult(terminal.Refuse("--grant is written ROLE@ORGANIZATION, such as supervisor@4201.zf", ExitCodes.WrongUsage));
            }

            var name = call.GetRequiredValue(Name);
            return WriteAsync(terminal, call, (w, at) => AccountBook.Add(w, at, Actor.System, name, call.GetValue(display) ?? name, null, parsed!)
                .Then<string>(a => $"Account {a.Name} made; give it a password with `cityloom account password {a.Name}` or a key with `cityloom account key {a.Name}`."));
        });
        return command;
    }

    private static Command Password(Terminal terminal)
    {
        var command = new Command("password", "Set a password, read from standard input; ends the account's sessions") { Name };
        command.SetAction(call =>
        {
            var password = Console.In.ReadLine() ?? "";
            return WriteAsync(terminal, call, (w, at) => AccountBook.SetPassword(w, at, Actor.System, call.GetRequiredValue(Name), password).Then<string>(a => $"Password of {a.Name} set."));
        });
        return command;
    }

    private static Command Key(Terminal terminal)
    {
        var label = new Option<string>("--label") { Description = "what the key is for", DefaultValueFactory = _ => "program" };
        var command = new Command("key", "Make a key by which a program signs in (Authorization: Bearer KEY); it is printed once") { Name, label };
        command.SetAction(call => WriteAsync(terminal, call, (w, at) => AccountBook.AddKey(w, at, Actor.System, call.GetRequiredValue(Name), call.GetValue(label)!)));
        return command;
    }

    internal static async Task<int> WriteAsync(Terminal terminal, ParseResult call, Func<Kernel.Storage.Writing, DateTimeOffset, Outcome<string>> work)
    {
        await using var database = await CityHost.OpenAsync(call.Store());
        var outcome = await database.WriteAsync(w => work(w, TimeProvider.System.GetUtcNow()));
        if (!outcome.Is(out var words, out var refusal))
        {
            return terminal.Refuse(refusal.English, ExitCodes.SomeRefused);
        }

        terminal.Line(words);
        return ExitCodes.Done;
    }

    internal static Grant? Parse(string text)
    {
        var parts = text.Split('@');
        return parts.Length is 2 or 3 && Enum.TryParse<Role>(parts[0], ignoreCase: true, out var role) && parts[1].Length > 0
            ? new Grant { Role = role, Organization = parts[1], Territory = parts.Length == 3 ? parts[2] : null }
            : null;
    }
}
