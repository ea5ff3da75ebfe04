using System.Globalization;
using CityLoom.City.Organizations;
using CityLoom.Directives;
using CityLoom.Web.Parts;
using CityLoom.Web.Review;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Directives;

/// <summary>Owner and date of a measure: what the text says, what it leaves open, and what is suggested for that.</summary>
internal sealed class GapDrawing(Directive directive, MeasureView m, OrganizationTree tree, Say say)
{
    /// <summary>Who does it.</summary>
    public GapView Owner => new(OwnerValue, OwnerGap, OwnerChoices, m.Suggestion?.OwnerWhy?.In(say));

    /// <summary>By when.</summary>
    public GapView Due => new(DueValue, DueGap, DueChoices, m.Suggestion is { DueStated: false } s ? s.DueWhy?.In(say) : null);

    private bool Decided => m.Measure.Status == MeasureStatus.Accepted && m.Measure.SameAs is null;

    private string Written => say.List(m.Found.Owners.Select(o => o.Name).Distinct());

    private string? OwnerValue => Decided ? tree.Names(m.Measure.Leads, say)
        : m.Suggestion is { OwnersStated: true, Leads: { Count: > 0 } leads } ? tree.Names(leads, say)
        : null;

    private string? OwnerGap => m.Found.Owners.Count == 0 ? say["review.not-written"]
        : m.Suggestion is { OwnersStated: false } ? say["review.written-unknown", ("words", Written)]
        : m.Suggestion is { Leads.Count: > 1 } ? say["review.written-only", ("words", Written)]
        : null;

    private string? DueValue => Decided ? m.Measure.DueDate is { } chosen ? say.Day(chosen) : say["review.no-due"]
        : m.Found.Deadline?.End is { } end ? say.Day(end)
        : null;

    private string? DueGap => m.Found.Deadline is not { } deadline ? say["review.not-written"]
        : deadline.End is null ? say["review.written-only", ("words", deadline.Raw)]
        : null;

    private IReadOnlyList<ChoiceView> OwnerChoices
    {
        get
        {
            if (m.Suggestion is not { } suggestion)
            {
                return [];
            }

            var choices = new List<ChoiceView>();
            if (suggestion.Leads.Count == 0)
            {
                choices.Add(new ChoiceView("", say["review.choose-owner"]));
            }
            else
            {
                var words = suggestion.Leads.Count > 1 ? say["review.into-parts", ("n", suggestion.Leads.Count)] : tree.Name(suggestion.Leads[0], say);
                choices.Add(new ChoiceView(string.Join(';', suggestion.Leads), suggestion.OwnersStated ? words : say["review.suggested", ("words", words)]));
            }

            if (!suggestion.Leads.Contains(directive.Organization))
            {
                choices.Add(new ChoiceView(directive.Organization, say["review.desk", ("unit", tree.Name(directive.Organization, say))]));
            }

            return choices;
        }
    }

    private IReadOnlyList<ChoiceView> DueChoices
    {
        get
        {
            if (m.Suggestion is not { } suggestion)
            {
                return [];
            }

            var none = new ChoiceView("", say["review.no-due"]);
            return suggestion.DueDate is not { } date ? [none]
                : [new ChoiceView(date.ToString("O", CultureInfo.InvariantCulture), suggestion.DueStated ? say.Day(date) : say["review.suggested", ("words", say.Day(date))]), none];
        }
    }
}
