using System.ComponentModel.DataAnnotations;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>What is to be better next time, by whom and by when.</summary>
public sealed record NewConclusion
{
    /// <summary>What is to be changed, 2 to 300 characters.</summary>
    [Required, StringLength(300, MinimumLength = 2)]
    public string Words { get; init; } = "";

    /// <summary>The organization that sees to it.</summary>
    [Required]
    public string Organization { get; init; } = "";

    /// <summary>By which day.</summary>
    public DateOnly DueDate { get; init; }
}

/// <summary>A conclusion that was drawn, with the matter it became.</summary>
public sealed record Conclusion
{
    /// <summary>Its number within the review, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What is to be changed.</summary>
    public string Words { get; init; } = "";

    /// <summary>By whom.</summary>
    public string Organization { get; init; } = "";

    /// <summary>By when.</summary>
    public DateOnly DueDate { get; init; }

    /// <summary>The matter.</summary>
    public long MatterId { get; init; }

    /// <summary>When it was drawn, UTC.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Draws a conclusion from a review: a real matter, also after a drill, so that it does not end as a sentence in a report.</summary>
public static class ConcludeReview
{
    /// <summary>What raised the matter, with the activation's identity.</summary>
    public const string Source = "review";

    /// <summary>The conclusion; the same words for the same organization again are the same one.</summary>
    public static Outcome<Conclusion> Run(Writing writing, long id, NewConclusion asked, SignedIn by, CityContext city)
    {
        if (ActivationBook.Take(writing, id) is not { } activation)
        {
            return PlanRefusals.NoActivation;
        }

        if (!ActivatePlan.MayCommand(by, activation.Organization, city))
        {
            return PlanRefusals.NotYours;
        }

        if (activation.EndedAt is null)
        {
            return PlanRefusals.StillOn;
        }

        if (asked.DueDate < city.Clock.Today)
        {
            return PlanRefusals.BadDate;
        }

        var words = asked.Words.Trim();
        if (Of(writing, id).Find(c => c.Words == words && c.Organization == asked.Organization) is { } known)
        {
            return known;
        }

        return Raise(writing, activation, asked with { Words = words }, by, city).Then<Conclusion>(matter => Keep(writing, activation, asked with { Words = words }, matter, by, city));
    }

    /// <summary>The conclusions of a review in their order.</summary>
    public static List<Conclusion> Of(Session session, long id) => session.Rows<Conclusion>(
        "select number, words, organization, due_date, matter_id, at from review_conclusions where activation_id = @id order by number", new { id });

    private static Outcome<Matter> Raise(Writing writing, Activation activation, NewConclusion asked, SignedIn by, CityContext city) => CreateMatter.Run(
        writing,
        new NewMatter
        {
            Kind = "measure",
            Title = asked.Words,
            Words = $"{(activation.Drill ? "演练" : "响应")}复盘提出：{activation.Title}（{city.Clock.DateOf(activation.OpenedAt):yyyy-MM-dd}）。",
            Territory = city.Organizations.Find(asked.Organization)?.TerritoryCode,
            Organization = activation.Organization,
            DispatchTo = asked.Organization,
            DueDate = asked.DueDate,
            RaisedBy = (Source, activation.Id),
        },
        city.For(by), city.Territories);

    private static Conclusion Keep(Writing writing, Activation activation, NewConclusion asked, Matter matter, SignedIn by, CityContext city)
    {
        var number = writing.Value<int>("select coalesce(max(number), 0) + 1 from review_conclusions where activation_id = @Id", new { activation.Id });
        var made = new Conclusion { Number = number, Words = asked.Words, Organization = asked.Organization, DueDate = asked.DueDate, MatterId = matter.Id, At = city.Now };
        writing.Execute(
            "insert into review_conclusions (activation_id, number, words, organization, due_date, matter_id, at, account) "
            + "values (@Id, @Number, @Words, @Organization, @DueDate, @MatterId, @At, @Account)",
            new { activation.Id, made.Number, made.Words, made.Organization, made.DueDate, made.MatterId, made.At, by.Account });
        ActivationBook.Save(writing, activation, city.Now, by.Actor, "concluded", new { number, made.Words, made.Organization, matter = matter.Id });
        return made;
    }
}
