using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;

namespace CityLoom.Directives.Publish;

/// <summary>Makes the matter of a measure: one for a single owner, or a whole kept by the desk with a part for each of several.</summary>
internal static class MeasureMatters
{
    public static Outcome<Matter> Make(Writing writing, Directive directive, ReviewedMeasure measure, ActContext context, CityContext city)
    {
        var single = measure.Leads.Count == 1;
        var asked = Asked(directive, measure, city) with
        {
            Organization = directive.Organization,
            DispatchTo = single ? measure.Leads[0] : null,
            Kept = !single,
            Territory = single ? city.Organizations.Find(measure.Leads[0])?.TerritoryCode : city.Organizations.Find(directive.Organization)?.TerritoryCode,
        };
        return CreateMatter.Run(writing, asked, context, city.Territories)
            .Then<Matter>(whole => single ? whole : Divide(writing, whole, measure, context, city));
    }

    private static Outcome<Matter> Divide(Writing writing, Matter whole, ReviewedMeasure measure, ActContext context, CityContext city)
    {
        var parts = measure.Leads.Select(code => new Part { Organization = code, DueDate = measure.DueDate }).ToList();
        return DivideMatter.Run(writing, whole.Id, parts, context, city.Territories).Then<Matter>(_ => whole);
    }

    private static NewMatter Asked(Directive directive, ReviewedMeasure measure, CityContext city) => new()
    {
        Kind = "measure",
        Title = measure.Words.Length <= 120 ? measure.Words : measure.Words[..119] + "…",
        Words = measure.Words,
        Category = city.Trees.Advice.CategoryOf(measure.Words),
        Supports = measure.Supports,
        DueDate = measure.DueDate,
        RaisedBy = (Directive.Subject, directive.Id),
    };
}
