using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Directives.Review;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Directives.Publish;

/// <summary>What a publication makes, or would make.</summary>
/// <param name="Measures">Measures that become matters.</param>
/// <param name="Matters">Matters in all, with the parts for several organizations.</param>
/// <param name="Joined">Measures that join a matter there is already.</param>
/// <param name="Targets">Targets with a figure that are followed.</param>
/// <param name="ByOrganization">How many matters each organization is offered.</param>
public sealed record Publication(int Measures, int Matters, int Joined, int Targets, IReadOnlyDictionary<string, int> ByOrganization)
{
    /// <summary>What publishing the accepted measures would make.</summary>
    public static Publication Of(IReadOnlyList<ReviewedMeasure> measures)
    {
        var own = measures.Where(m => m is { Status: MeasureStatus.Accepted, SameAs: null }).ToList();
        return new Publication(
            own.Count,
            own.Sum(m => m.Leads.Count == 1 ? 1 : m.Leads.Count + 1),
            measures.Count(m => m is { Status: MeasureStatus.Accepted, SameAs: not null }),
            own.Count(m => FollowedTarget.Quantity(m) is not null),
            own.SelectMany(m => m.Leads).CountBy(code => code).ToDictionary());
    }
}

/// <summary>Makes the accepted measures of a directive into matters and targets, all in one transaction and only once.</summary>
public static class PublishDirective
{
    /// <summary>What was made; pressed again, what the first press made.</summary>
    public static Outcome<Publication> Run(Writing writing, long id, SignedIn by, CityContext city)
    {
        if (DirectiveBook.Take(writing, id) is not { } directive)
        {
            return DirectiveRefusals.Unknown;
        }

        if (!Reviewers.May(by, directive.Organization, city.Organizations))
        {
            return DirectiveRefusals.NotYours;
        }

        var measures = DirectiveBook.MeasuresOf(writing, id);
        if (directive.Status == DirectiveStatus.Published)
        {
            return Publication.Of(measures);
        }

        var pending = measures.Count(m => m.InLedger && m.Status == MeasureStatus.Pending);
        var accepted = measures.Where(m => m.Status == MeasureStatus.Accepted).ToList();
        return pending > 0 ? DirectiveRefusals.Pending(pending)
            : accepted.Count == 0 ? DirectiveRefusals.NothingAccepted
            : Make(writing, directive, measures, accepted, by, city);
    }

    private static Outcome<Publication> Make(
        Writing writing, Directive directive, List<ReviewedMeasure> measures, List<ReviewedMeasure> accepted, SignedIn by, CityContext city)
    {
        var context = city.For(by);
        foreach (var measure in accepted)
        {
            var made = measure.SameAs is { } same ? Join(writing, measure, same, context) : MeasureMatters.Make(writing, directive, measure, context, city);
            if (!made.Is(out var matter, out var refusal))
            {
                return refusal;
            }

            DirectiveBook.Put(writing, measure with { MatterId = matter.Id, TargetCode = FollowedTarget.Make(writing, directive, measure, city) });
        }

        writing.Execute(
            "update directives set status = 'Published', published_at = @Now, published_by = @Account where id = @Id",
            new { context.Now, by.Account, directive.Id });
        var publication = Publication.Of(measures);
        DirectiveBook.Kept.Append(writing, directive.Id, context.Now, by.Actor, "published", publication);
        return publication;
    }

    /// <summary>The matter of the other directive's measure serves this one too; while it is open its journal says so, with the words.</summary>
    private static Outcome<Matter> Join(Writing writing, ReviewedMeasure measure, long same, ActContext context)
    {
        if (DirectiveBook.FindMeasure(writing, same) is not { MatterId: { } id } || MatterBook.Find(writing, id) is not { } matter)
        {
            return DirectiveRefusals.SameUnpublished;
        }

        var note = new ActRequest { Act = Act.Note, Reason = $"另一份部署文件也提出：“{measure.Words}”" };
        return matter.Open ? ActOnMatter.Run(writing, id, note, context with { By = null }) : matter;
    }
}
