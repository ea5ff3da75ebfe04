using System.CommandLine;
using System.Text;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel.Journal;

namespace CityLoom.Verbs;

/// <summary><c>cityloom emergency</c>: stations, units, hospitals and where people live, in and out as whole files.</summary>
internal static class EmergencyVerb
{
    private static readonly Argument<RegisterKind> Kind = new("REGISTER") { Description = "stations | units | hospitals | people | standard" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("emergency", About) { Import(terminal), Export(terminal) };
        command.AddStore();
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV 或 GeoJSON，WGS-84 / CSV or GeoJSON, WGS-84" };
        var command = new Command("import", "整表替换；有任何错误则不导入 / replace a whole register, or nothing when anything in the file is wrong") { Kind, file };
        command.SetAction(async call =>
        {
            if (Read(terminal, call.GetRequiredValue(file)) is not { } text)
            {
                return ExitCodes.SomeRefused;
            }

            await using var opened = await OpenedCity.AtAsync(call.Store());
            var (kind, name, city) = (call.GetValue(Kind), call.GetRequiredValue(file).Name, opened.City);
            var outcome = await opened.Database.WriteAsync(w => ImportRegister.Run(w, kind, name, text, city.Trees, city.Now, Actor.System));
            if (!outcome.Is(out var counts, out var refusal))
            {
                return terminal.Refuse($"{refusal.Words}\n{refusal.English}");
            }

            terminal.Line($"新增 {counts.Added}，变更 {counts.Changed}，停用 {counts.Retired}，未变 {counts.Same} / {counts.Added} added, {counts.Changed} changed, {counts.Retired} retired, {counts.Same} the same");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Export(Terminal terminal)
    {
        var command = new Command("export", "现行整表，CSV / the register in force as CSV") { Kind };
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var register = opened.Database.Read(Register.Load);
            terminal.Output.Write(RegisterFile.Write(call.GetValue(Kind), register));
            terminal.Output.Flush();
            return ExitCodes.Done;
        });
        return command;
    }

    private static string? Read(Terminal terminal, FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error($"{file.Name}: 文件打不开 / the file cannot be opened: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            terminal.Error($"{file.Name}: 不是 UTF-8 编码，请另存为 UTF-8 / this is not UTF-8; save it as UTF-8");
        }

        return null;
    }

    private const string About = """
        应急基础数据：站点、单元、医院、人口点 / what the emergency net rests on: stations, units, hospitals, where people live

        示例 / Examples:
          cityloom emergency import stations stations.csv
          cityloom emergency import hospitals hospitals.geojson
          cityloom emergency export units > units.csv
          cityloom emergency import standard standard.csv       几分钟须到、哪些区算中心城区 / minutes, shares, which districts are central
        """;
}
