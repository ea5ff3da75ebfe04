using System.CommandLine;
using CityLoom.City.Organizations;
using CityLoom.City.Trees;
using CityLoom.Hosting;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary><c>cityloom api-key</c>: keys by which programs of others make requests.</summary>
internal static class ApiKeyVerb
{
    private const string Usual = "scripts";

    public static Command Create(Terminal terminal) => new("api-key", "Keys by which programs make requests: Open311's api_key, or Authorization: Bearer KEY")
    {
        CreateKey(terminal),
    };

    private static Command CreateKey(Terminal terminal)
    {
        var name = new Argument<string?>("name") { Description = $"account of the program, made when missing; '{Usual}' when not stated", Arity = ArgumentArity.ZeroOrOne };
        var named = new Option<string?>("--name") { Description = "the same as an option" };
        var organization = new Option<string?>("--organization") { Description = "code of the organization for which it takes requests in; the operations centre when not stated" };
        var label = new Option<string>("--label") { Description = "what the key is for", DefaultValueFactory = _ => "api" };
        var command = new Command("create", "Make a key and print it, once. Its account may take requests in and nothing else. Example: cityloom api-key create fixmystreet --data data")
        {
            name, named, organization, label,
        };
        command.AddStore();
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            var account = call.GetValue(name) ?? call.GetValue(named) ?? Usual;
            var outcome = await database.WriteAsync(w => Make(w, account, call.GetValue(organization), call.GetValue(label)!, TimeProvider.System.GetUtcNow()));
            if (!outcome.Is(out var key, out var refusal))
            {
                return terminal.Refuse(refusal.English, ExitCodes.SomeRefused);
            }

            terminal.Line(key);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Outcome<string> Make(Writing writing, string name, string? organization, string label, DateTimeOffset at)
    {
        if (AccountBook.Find(writing, name) is null)
        {
            var tree = CityTreesBook.Load(writing).Organizations;
            var code = organization ?? tree.All.FirstOrDefault(o => o.Kind == OrganizationKind.Operations)?.Code ?? (tree.Roots is [var root, ..] ? root.Code : null);
            if (tree.Find(code) is null)
            {
                return new Refusal(
                    "api-key.organization", "没有这个单位；请先导入单位，或用 --organization 指定。",
                    "There is no such organization; import organizations first, or name one with --organization.", 400);
            }

            var added = AccountBook.Add(writing, at, Actor.System, name, name, null, [new Grant { Role = Role.Intake, Organization = code! }]);
            if (!added.Is(out _, out var refusal))
            {
                return refusal;
            }
        }

        return AccountBook.AddKey(writing, at, Actor.System, name, label);
    }
}
