using System.CommandLine;
using System.Globalization;
using CityLoom.Hosting;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary>The verbs that list an account's keys and revoke one.</summary>
internal static class AccountKeys
{
    private static readonly Refusal Unknown = new("account.unknown", "没有这个账号。", "There is no such account.", 404);

    public static Command List(Terminal terminal, Argument<string> name)
    {
        var command = new Command("keys", "Print the keys of an account: number, what each is for, since when, whether it works") { name };
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            if (database.Read(s => AccountBook.Find(s, call.GetRequiredValue(name))) is not { } account)
            {
                return terminal.Refuse(Unknown.English, ExitCodes.SomeRefused);
            }

            terminal.Table(["key", "label", "made", "state"], [.. database.Read(s => AccountBook.KeysOf(s, account.Id)).Select(k => new[]
            {
                k.Id.ToString(CultureInfo.InvariantCulture), k.Label, $"{k.CreatedAt:u}", k.RevokedAt is { } revoked ? $"revoked {revoked:u}" : "works",
            })]);
            return ExitCodes.Done;
        });
        return command;
    }

    public static Command Revoke(Terminal terminal, Argument<string> name)
    {
        var key = new Argument<long>("key") { Description = "its number, as `account keys` prints it" };
        var command = new Command("revoke-key", "Revoke a key of an account; from then on it signs nobody in") { name, key };
        command.SetAction(call => AccountVerb.WriteAsync(terminal, call, (w, at) => AccountBook.Find(w, call.GetRequiredValue(name)) is { } account
            ? AccountBook.RevokeKey(w, at, Actor.System, account.Id, call.GetRequiredValue(key)).Then<string>(k => $"Key {k.Id} ({k.Label}) of {account.Name} is revoked.")
            : Unknown));
        return command;
    }
}
