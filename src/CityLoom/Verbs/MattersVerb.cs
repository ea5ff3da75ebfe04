using System.CommandLine;
using CityLoom.City.Matters;

namespace CityLoom.Verbs;

/// <summary><c>cityloom matters</c>: the ledger of matters as a list or a file, by the same filters as its page.</summary>
internal static class MattersVerb
{
    private static readonly Option<string?> Organization = new("--organization") { Description = "单位编码，含下级 / code, those below it too", HelpName = "CODE" };
    private static readonly Option<string?> Territory = new("--territory") { Description = "区划编码，含下级 / code, those within it too", HelpName = "CODE" };
    private static readonly Option<string?> Kind = new("--kind") { Description = "种类 / " + string.Join(", ", MatterKinds.All.Select(k => k.Code)), HelpName = "KIND" };
    private static readonly Option<MatterState?> State = new("--state") { Description = "状态 / state" };
    private static readonly Option<Light?> Light = new("--light") { Description = "灯 / light" };
    private static readonly Option<string?> Text = new("--text") { Description = "标题、内容或编号 / words or a number", HelpName = "WORDS" };
    private static readonly Option<bool?> Open = new("--open") { Description = "true 在办，false 已结束 / open or ended; open ones unless words are sought" };
    private static readonly Option<int?> DueWithin = new("--due-within") { Description = "多少天内到期 / due within so many days", HelpName = "DAYS" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("matters", "事项 / matters: the ledger as a table or a file") { Export(terminal) };
        command.AddStore();
        return command;
    }

    private static Command Export(Terminal terminal)
    {
        var command = new Command("export", """
            导出台账，条件与事项页相同
              The ledger by the same filters as the page: cityloom matters export --light overdue --out overdue.xlsx
            """) { Organization, Territory, Kind, State, Light, Text, Open, DueWithin, SheetOutput.Out, SheetOutput.Language };
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var query = new MatterQuery
            {
                Organization = call.GetValue(Organization), Territory = call.GetValue(Territory), Kind = call.GetValue(Kind), State = call.GetValue(State),
                Light = call.GetValue(Light), Text = call.GetValue(Text), Open = call.GetValue(Open), DueWithin = call.GetValue(DueWithin),
            };
            var sheet = opened.Database.Read(s => MatterLedger.Of(s, query.ToFilter(opened.Reader, opened.City), opened.City, call.GetValue(SheetOutput.Language)!));
            return SheetOutput.Write(terminal, call, sheet);
        });
        return command;
    }
}
