using System.CommandLine;
using CityLoom.City.Rates;

namespace CityLoom.Verbs;

/// <summary><c>cityloom league</c>: units compared by one rate, with its formula.</summary>
internal static class LeagueVerb
{
    public static Command Create(Terminal terminal)
    {
        var rate = new Argument<string>("RATE") { Description = string.Join(", ", MatterRates.All.Select(r => $"{r.Code} {r.Name.Zh}")), DefaultValueFactory = _ => MatterRates.All[0].Code };
        var by = new Option<LeagueUnits>("--by") { Description = "比什么 / units compared", DefaultValueFactory = _ => LeagueUnits.District };
        var from = new Option<DateOnly?>("--from") { Description = "首日 / first day, 2026-01-01", HelpName = "DATE" };
        var to = new Option<DateOnly?>("--to") { Description = "末日 / last day, included", HelpName = "DATE" };
        var command = new Command("league", "榜单 / league table: rank, value, counts, 95 % interval; the formula on standard error")
        {
            rate, by, from, to, SheetOutput.Out, SheetOutput.Language,
        };
        command.AddStore();
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var query = new LeagueQuery { By = call.GetValue(by), From = call.GetValue(from), To = call.GetValue(to) }.On(opened.City.Clock.Today);
            if (opened.Database.Read(s => TallyMatters.Find(s, call.GetValue(rate)!, query, opened.City)) is not { } league)
            {
                return terminal.Refuse($"没有榜单 {call.GetValue(rate)} / there is no such table; there are {string.Join(", ", MatterRates.All.Select(r => r.Code))}", ExitCodes.WrongUsage);
            }

            var language = call.GetValue(SheetOutput.Language)!;
            terminal.Error($"{query.From:yyyy-MM-dd} – {query.To:yyyy-MM-dd}. {league.Formula.In(language)}");
            return SheetOutput.Write(terminal, call, LeagueReport.ToSheet(league, query, opened.City, language));
        });
        return command;
    }
}
