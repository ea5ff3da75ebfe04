using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>A report of how a response stands 态势报告: words of a person, figures of the board at that instant.</summary>
public sealed record Situation
{
    /// <summary>Its number within the response, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What was written.</summary>
    public string Words { get; init; } = "";

    /// <summary>The level in force.</summary>
    public ResponseLevel Level { get; init; }

    /// <summary>Tasks opened.</summary>
    public int Tasks { get; init; }

    /// <summary>Of these done.</summary>
    public int Done { get; init; }

    /// <summary>Of these late.</summary>
    public int Late { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>For which organization.</summary>
    public string? Organization { get; init; }
}

/// <summary>Writes a situation report. The figures come from the board and are not asked for.</summary>
public static class WriteSituation
{
    /// <summary>The report, or why not.</summary>
    public static Outcome<Situation> Run(Writing writing, long id, string? words, SignedIn by, CityContext city)
    {
        words = words?.Trim() ?? "";
        if (words.Length is < 2 or > 5_000)
        {
            return PlanRefusals.NoWords;
        }

        if (ActivationBook.Take(writing, id) is not { } activation)
        {
            return PlanRefusals.NoActivation;
        }

        if (!ActivatePlan.MayCommand(by, activation.Organization, city))
        {
            return PlanRefusals.NotYours;
        }

        if (activation.EndedAt is not null)
        {
            return PlanRefusals.Ended;
        }

        var board = CommandBoard.Of(writing, activation, city.Now);
        var number = writing.Value<int>("select coalesce(max(number), 0) + 1 from situation_reports where activation_id = @id", new { id });
        var made = new Situation
        {
            Number = number, Words = words, Level = activation.Level, Tasks = board.Count, Done = board.Count(r => r.Done), Late = board.Count(r => r.Late),
            At = city.Now, Organization = by.Organization,
        };
        writing.Execute(
            "insert into situation_reports (activation_id, number, words, level, tasks, done, late, at, account, organization) "
            + "values (@id, @Number, @Words, @Level, @Tasks, @Done, @Late, @At, @Account, @Organization)",
            new { id, made.Number, made.Words, made.Level, made.Tasks, made.Done, made.Late, made.At, by.Account, made.Organization });
        ActivationBook.Save(writing, activation, city.Now, by.Actor, "reported", new { number, words, made.Tasks, made.Done, made.Late });
        return made;
    }

    /// <summary>The reports of a response, the newest first.</summary>
    public static List<Situation> Of(Session session, long id) => session.Rows<Situation>(
        "select number, words, level, tasks, done, late, at, organization from situation_reports where activation_id = @id order by number desc", new { id });
}
