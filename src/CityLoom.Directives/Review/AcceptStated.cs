using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Directives.Review;

/// <summary>Accepts all pending measures whose words say both who and by when; each stays a step of its own that can be undone.</summary>
public static class AcceptStated
{
    /// <summary>How many were accepted, or why none was.</summary>
    public static Outcome<int> Run(Writing writing, long id, SignedIn by, CityContext city)
    {
        if (DirectiveView.Find(writing, id, city) is not { } view)
        {
            return DirectiveRefusals.Unknown;
        }

        var stated = view.Measures.Where(m => m.Suggestion is { OwnersStated: true, DueStated: true }).ToList();
        foreach (var measure in stated)
        {
            var request = new ReviewRequest
            {
                Act = ReviewAct.Accept, Measure = measure.Measure.Id,
                Leads = measure.Suggestion!.Leads, Supports = measure.Suggestion.Supports, DueDate = measure.Suggestion.DueDate,
            };
            if (ReviewDirective.Run(writing, id, request, by, city).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return stated.Count;
    }
}
