using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Gives an open matter the category that a person has decided, for one that came without.</summary>
public static class CategorizeMatter
{
    /// <summary>What the journal calls it.</summary>
    public const string Entry = "Categorized";

    private static readonly Role[] May = [Role.Intake, Role.Dispatcher, Role.Supervisor];

    private static readonly Refusal Decided = new("matter.categorized", "这个事项已有类别。", "The matter has a category already.", 409);

    /// <summary>The matter with its category; its clock and its owner stay as they are.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="id">The matter.</param>
    /// <param name="category">Code of a category that exists.</param>
    /// <param name="term">Term for the handling, for a matter whose clock does not run yet; null to leave it.</param>
    /// <param name="context">Who decides: somebody of the desk of the organization that answers for it.</param>
    public static Outcome<Matter> Run(Writing writing, long id, string category, string? term, ActContext context)
    {
        if (MatterBook.Take(writing, id) is not { } matter)
        {
            return MatterRefusals.Unknown;
        }

        var grant = context.GrantsFor(matter).FirstOrDefault(g => May.Contains(g.Role) && context.Tree.Within(matter.Accountable, g.Organization));
        if (matter.Category is not null || !matter.Open)
        {
            return Decided;
        }

        if (context.By is not null && grant is null)
        {
            return MatterRefusals.NotYours;
        }

        var after = matter with { Category = category, Term = matter.AcceptedAt is null ? term ?? matter.Term : matter.Term, Version = matter.Version + 1 };
        writing.Execute("update matters set category = @category where id = @id", new { category, id });
        MatterBook.Save(writing, after, context.Now, new Actor(context.By?.Account, grant?.Organization), Entry, new { category, term });
        return after;
    }
}
