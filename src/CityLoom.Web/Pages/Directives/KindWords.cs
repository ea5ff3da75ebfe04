using System.Globalization;
using CityLoom.Reading;
using CityLoom.Web.Review;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Directives;

/// <summary>The reader's notes on a kind, <c>sign.Number +1.9</c>, as reasons that a person understands.</summary>
internal static class KindWords
{
    private const int Most = 6;

    /// <summary>The weightiest reasons first.</summary>
    public static IEnumerable<ReasonView> Of(IReadOnlyList<RuleNote> notes, Say say) => notes
        .Select(n => (Rule: n.Rule.Split(' '), n.Words))
        .Where(n => n.Rule.Length == 1 || !n.Rule[0].StartsWith("kind.", StringComparison.Ordinal))
        .Select(n => new ReasonView(Words(n.Rule[0], say), n.Words, n.Rule.Length > 1 ? double.Parse(n.Rule[1], CultureInfo.InvariantCulture) : 0))
        .OrderByDescending(r => Math.Abs(r.Weight))
        .Take(Most);

    private static string Words(string rule, Say say) => say.Find("rule." + rule) ?? rule;
}
