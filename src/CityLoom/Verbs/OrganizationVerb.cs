using System.CommandLine;
using CityLoom.City.Organizations;
using CityLoom.City.Trees;
using CityLoom.Hosting;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Verbs;

/// <summary><c>cityloom organization</c>: the tree of accountable bodies and what they handle.</summary>
internal static class OrganizationVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("organization", "单位 / organizations: import the tree, find whom a name means") { Import(terminal), Find(terminal) };
        command.AddStore();
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV: code,name,parent_code,territory_code,kind[,short_name,english_name,categories,aliases]" };
        var categories = new Option<FileInfo?>("--categories") { Description = "CSV: code,name,english,parent[,keywords]. Without it the present categories stay", HelpName = "FILE" };
        var command = new Command("import", "Replace the whole tree, or nothing when anything in the files is wrong; territories come first") { file, categories };
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            var present = database.Read(CityTreesBook.Load);
            var handled = call.GetValue(categories) is { } list
                ? ImportFiles.ReadText(terminal, list, text => CategoryImport.Read(list.Name, text))
                : present.Categories;
            var bodies = call.GetRequiredValue(file);
            return handled is not null && ImportFiles.ReadText(
                    terminal, bodies, text => OrganizationImport.Read(bodies.Name, text, present.Territories, handled)) is { } tree
                ? await StoreAsync(terminal, database, handled, tree)
                : ExitCodes.SomeRefused;
        });
        return command;
    }

    private static async Task<int> StoreAsync(Terminal terminal, Database database, CategoryTree categories, OrganizationTree tree)
    {
        var outcome = await database.WriteAsync(w => ImportTrees.Organizations(w, categories, tree, TimeProvider.System.GetUtcNow(), Actor.System));
        if (outcome.Refusal is { } refusal)
        {
            return terminal.Refuse($"{refusal.Words} / {refusal.English}");
        }

        terminal.Line($"已导入 {tree.All.Count} 个单位、{categories.All.Count} 个类别 / {tree.All.Count} organizations, {categories.All.Count} categories imported");
        return ExitCodes.Done;
    }

    private static Command Find(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "文件中的写法 / as a document writes it: 市发改委, 各区, 大智街" };
        var territory = new Option<string?>("--territory") { Description = "发文区划编码 / code of the territory that speaks", HelpName = "CODE" };
        var command = new Command("find", "Say whom a written name means, and why") { name, territory };
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            var match = database.Read(CityTreesBook.Load).Directory.Find(call.GetRequiredValue(name), call.GetValue(territory));
            terminal.Line($"{match.Kind}: {match.Reason} {match.English}");
            foreach (var organization in match.Organizations)
            {
                terminal.Line($"{organization.Code}\t{organization.Name}\t{organization.EnglishName}");
            }

            return match.Kind == MatchKind.None ? ExitCodes.SomeRefused : ExitCodes.Done;
        });
        return command;
    }
}
