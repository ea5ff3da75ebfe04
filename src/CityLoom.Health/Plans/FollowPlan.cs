using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Health.Streams;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Plans;

/// <summary>Opens the matters that the response plan names for where a warning stands, each once in the warning's life.</summary>
public static class FollowPlan
{
    /// <summary>Puts a plan in force when it can be followed.</summary>
    public static Outcome<bool> Put(Writing writing, ResponsePlan plan, CityContext city, Actor by) =>
        plan.Fault(city.Trees) is { } fault ? fault : HealthDocuments.Put(writing, ResponsePlan.Document, plan, city.Now, by);

    /// <summary>The plan in force; an empty one before the first.</summary>
    public static ResponsePlan Load(Session session) => HealthDocuments.Read<ResponsePlan>(session, ResponsePlan.Document) ?? new();

    /// <summary>The matters that a warning opened, in the order in which they were made.</summary>
    public static List<Matter> MattersOf(Session session, long warning) =>
        [.. MatterBook.FindAll(session, session.Rows<long>("select matter_id from health_plan_matters where warning_id = @warning", new { warning })).Values.OrderBy(m => m.Id)];

    /// <summary>Opens what has come due; the warning must be locked by this transaction.</summary>
    internal static Outcome<HealthWarning> Run(Writing writing, HealthWarning warning, CityContext city, Actor by)
    {
        var due = Load(writing).Lines.Where(l => l.Holds(warning)).ToList();
        var opened = due.Count == 0 ? [] : writing.Rows<string>("select line from health_plan_matters where warning_id = @Id", new { warning.Id }).ToHashSet();
        var made = new List<long>();
        foreach (var line in due.Where(l => !opened.Contains(l.Code)))
        {
            if (!Open(writing, warning, line, city, by).Is(out var matter, out var refusal))
            {
                return refusal;
            }

            made.Add(matter.Id);
        }

        if (made.Count > 0)
        {
            WarningBook.Kept.Append(writing, warning.Id, city.Now, by, "planFollowed", new { details = new { matters = made } });
        }

        return warning;
    }

    private static Outcome<Matter> Open(Writing writing, HealthWarning warning, PlanLine line, CityContext city, Actor by)
    {
        var place = city.Territories.Find(warning.Territory);
        var doer = line.DoneBy(city.Territories.AtLevel(warning.Territory, TerritoryLevel.District)?.Code);
        var outcome = CreateMatter.Run(
            writing,
            new NewMatter
            {
                Kind = line.Kind, Title = Fill(line.Title, warning, place?.Name ?? warning.Territory, writing), Words = line.Words, Territory = place?.Code,
                Organization = line.Accountable, DispatchTo = doer == line.Accountable ? null : doer, Kept = doer == line.Accountable,
                Term = line.Term.Length > 0 ? line.Term : null, Urgency = line.Urgency, RaisedBy = (HealthWarning.Subject, warning.Id),
            },
            city.For(null), city.Territories);
        return outcome.Then<Matter>(matter =>
        {
            writing.Execute(
                "insert into health_plan_matters (warning_id, line, matter_id, at) values (@warning, @line, @matter, @at)",
                new { warning = warning.Id, line = line.Code, matter = matter.Id, at = city.Now });
            return matter;
        });
    }

    private static string Fill(string title, HealthWarning warning, string place, Session session)
    {
        var condition = session.Rows<string>("select condition_name from health_streams where condition = @Condition order by id limit 1", new { warning.Condition }).FirstOrDefault();
        return title.Replace("{place}", place, StringComparison.Ordinal).Replace("{condition}", condition ?? warning.Condition, StringComparison.Ordinal);
    }
}
