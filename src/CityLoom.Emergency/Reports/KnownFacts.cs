using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Emergency.Plans;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Reports;

/// <summary>What the city knows of an incident already, so that nobody is asked for it.</summary>
public static class KnownFacts
{
    /// <summary>What is known, by name: number, what, where, since when, its state, and how the responses to it stand.</summary>
    public static IReadOnlyList<(string Code, string Value)> Of(Session session, ReportStanding standing, CityContext city)
    {
        var matter = standing.Matter;
        var facts = new List<(string, string)>
        {
            ("number", matter.Number), ("what", matter.Title), ("where", city.Territories.Find(matter.Territory)?.Name ?? ""),
            ("since", $"{city.Clock.Local(standing.Duty.BeganAt):yyyy-MM-dd HH:mm}"), ("grade", standing.Duty.Grade.ToString()), ("state", MatterWords.Of(matter.State).Zh),
        };
        foreach (var response in ActivationBook.OfIncident(session, matter.Id).Where(a => !a.Drill))
        {
            var board = CommandBoard.Of(session, response, city.Now);
            facts.Add(("response", $"{response.Level.Words().Zh}，任务 {board.Count}，办结 {board.Count(r => r.Done)}，超时 {board.Count(r => r.Late)}"));
        }

        return facts;
    }
}
