using System.CommandLine;
using CityLoom.City.Indicators;

namespace CityLoom.Verbs;

/// <summary><c>cityloom indicator explain</c>: how the verdict on a target is reached.</summary>
internal static class ExplainTarget
{
    public static Command Create(Terminal terminal)
    {
        var code = new Argument<string>("CODE") { Description = "目标代码 / code of the target, as `indicator targets` prints it" };
        var command = new Command("explain", "Say how a target stands and how that is reckoned: path, values used with their revisions, what is missing") { code };
        command.SetAction(async call =>
        {
            await using var opened = await OpenedCity.AtAsync(call.Store());
            var asked = call.GetRequiredValue(code);
            if (opened.Database.Read(s => StandingTarget.Find(s, new TargetFilter(), opened.City.Territories, opened.City.Clock.Today)).Find(t => t.Stored.Code == asked) is not { } t)
            {
                return terminal.Refuse($"没有目标 {asked} / there is no target {asked}; `cityloom indicator targets` lists them");
            }

            foreach (var line in t.Standing.Words)
            {
                terminal.Line(line.Zh);
                terminal.Line(line.En);
            }

            terminal.Table(["period", "value", "revision"], [.. t.Standing.Used.Select(o => new[]
            {
                o.Period.ToString(), o.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), o.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture),
            })]);
            return ExitCodes.Done;
        });
        return command;
    }
}
