using System.CommandLine;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Hosting;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary><c>cityloom territory</c>: the division tree and its outlines.</summary>
internal static class TerritoryVerb
{
    private static readonly Option<Datum?> DatumOption = new("--datum")
    {
        Description = "坐标基准，须注明 / what the coordinates refer to, wgs84 or gcj02; outlines published in China are mostly gcj02",
        HelpName = "wgs84|gcj02",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("territory", "区划 / territories: import a city's division tree, ask where a place lies") { Import(terminal), At(terminal) };
        command.AddStore();
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var divisions = new Option<FileInfo>("--divisions") { Description = "CSV: level,code,name,parent_code[,zone]", HelpName = "FILE", Required = true };
        var boundaries = new Option<FileInfo?>("--boundaries") { Description = "GeoJSON; each feature with a code. Without it the present outlines stay", HelpName = "FILE" };
        var command = new Command("import", "Replace the whole tree, or nothing when anything in the files is wrong") { divisions, boundaries, DatumOption };
        command.SetAction(async call =>
        {
            var file = call.GetRequiredValue(divisions);
            if (ImportFiles.ReadText(terminal, file, text => TerritoryImport.Read(file.Name, text)) is not { } tree)
            {
                return ExitCodes.SomeRefused;
            }

            var outlines = call.GetValue(boundaries) is { } map
                ? ImportFiles.Read(terminal, map, json => BoundaryImport.Read(map.Name, json, call.GetValue(DatumOption), tree))
                : null;
            return outlines is null && call.GetValue(boundaries) is not null ? ExitCodes.SomeRefused : await StoreAsync(terminal, call, tree, outlines);
        });
        return command;
    }

    private static async Task<int> StoreAsync(Terminal terminal, ParseResult call, TerritoryTree tree, IReadOnlyList<TerritoryBoundary>? outlines)
    {
        await using var database = await CityHost.OpenAsync(call.Store());
        var outcome = await database.WriteAsync(w => ImportTrees.Territories(w, tree, outlines, TimeProvider.System.GetUtcNow(), Actor.System));
        if (!outcome.Is(out var trees, out var refusal))
        {
            return terminal.Refuse($"{refusal.Words} / {refusal.English}");
        }

        terminal.Line($"已导入 {tree.All.Count} 个区划、{trees.Map.Boundaries.Count} 个边界 / {tree.All.Count} territories, {trees.Map.Boundaries.Count} outlines imported");
        return ExitCodes.Done;
    }

    private static Command At(Terminal terminal)
    {
        var longitude = new Argument<double>("LON") { Description = "经度 / longitude in degrees" };
        var latitude = new Argument<double>("LAT") { Description = "纬度 / latitude in degrees" };
        var command = new Command("at", "Say in which territory a place lies; WGS-84 unless --datum gcj02") { longitude, latitude, DatumOption };
        command.SetAction(async call =>
        {
            var place = new GeoPoint(call.GetValue(longitude), call.GetValue(latitude));
            if (!place.IsOnEarth)
            {
                return terminal.Refuse("先经度后纬度，单位为度 / longitude first, then latitude, in degrees", ExitCodes.WrongUsage);
            }

            await using var database = await CityHost.OpenAsync(call.Store());
            var trees = database.Read(CityTreesBook.Load);
            var found = trees.Map.At(call.GetValue(DatumOption) == Datum.Gcj02 ? Gcj02.ToWgs84(place) : place);
            if (found is null)
            {
                return terminal.Refuse("不在任何有边界的区划内 / within no territory that has an outline");
            }

            terminal.Line($"{found.Code}\t{string.Join(" › ", trees.Territories.Upwards(found.Code).Reverse().Select(t => t.Name))}");
            return ExitCodes.Done;
        });
        return command;
    }
}
