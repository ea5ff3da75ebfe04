using CityLoom.City.Territories;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>A part of a matter for another organization.</summary>
public sealed record Part
{
    /// <summary>The organization to which the part is offered.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Its words; the title of the whole when not stated.</summary>
    public string? Title { get; init; }

    /// <summary>By when; never later than the whole. The whole's own date when not stated.</summary>
    public DateOnly? DueDate { get; init; }
}

/// <summary>Breaks a matter down into parts for districts, streets or departments. The whole stays with its owner and can only be done when its parts are.</summary>
public static class DivideMatter
{
    /// <summary>The parts that were made, or why none was.</summary>
    public static Outcome<IReadOnlyList<Matter>> Run(
        Writing writing, long id, IReadOnlyList<Part> parts, ActContext context, TerritoryTree territories)
    {
        if (parts.Count is 0 or > 500)
        {
            return new Refusal("matter.parts", "请选择 1–500 个单位。", "Choose 1 to 500 organizations.", 400);
        }

        var divided = ActOnMatter.Run(writing, id, new ActRequest { Act = Act.Divide, Reason = $"{parts.Count}" }, context);
        if (!divided.Is(out var whole, out var refusal))
        {
            return refusal;
        }

        var made = new List<Matter>(parts.Count);
        foreach (var part in parts)
        {
            var outcome = Make(writing, whole, part, context, territories);
            if (!outcome.Is(out var matter, out refusal))
            {
                return refusal;
            }

            made.Add(matter);
        }

        return made;
    }

    /// <summary>The parts that were made in one go, by the first of them; for a request that is sent again.</summary>
    internal static List<Matter> MadeWith(Session session, long whole, long first)
    {
        var parts = MatterBook.PartsOf(session, whole);
        return parts.Find(p => p.Id == first) is { } one ? parts.FindAll(p => p.Id >= first && p.CreatedAt == one.CreatedAt) : parts;
    }

    private static Outcome<Matter> Make(Writing writing, Matter whole, Part part, ActContext context, TerritoryTree territories)
    {
        if (part.DueDate is { } asked && !MatterClock.Reckons(asked))
        {
            return MatterRefusals.BadDate;
        }

        var due = part.DueDate ?? DueDateOf(whole, context);
        if (whole.DueAt is not null && due is { } date && MatterClock.EndOf(date, context.Time) > MatterClock.EndOf(DueDateOf(whole, context)!.Value, context.Time))
        {
            return new Refusal("matter.part-late", $"下级事项的期限 {date:yyyy-MM-dd} 晚于上级事项的期限。", $"The part's date {date:yyyy-MM-dd} is later than that of the whole.", 400);
        }

        // The organization that breaks it down offers each part and answers for it until the other signs.
        return CreateMatter.Run(
            writing,
            new NewMatter
            {
                Kind = whole.Kind,
                Title = string.IsNullOrWhiteSpace(part.Title) ? whole.Title : part.Title,
                Words = whole.Words,
                Category = whole.Category,
                Territory = context.Tree.Find(part.Organization)?.TerritoryCode ?? whole.Territory,
                Organization = whole.Accountable,
                DispatchTo = part.Organization,
                DueDate = due,
                Urgency = whole.Urgency,
                Confidential = whole.Confidential,
                Parent = whole.Id,
                RaisedBy = whole.Source is { } source ? (source, whole.SourceId!.Value) : null,
            },
            context,
            territories);
    }

    private static DateOnly? DueDateOf(Matter whole, ActContext context) => whole.DueDate
        ?? (whole.DueAt is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at.AddMilliseconds(-1), context.Time.Zone).DateTime) : null);
}
