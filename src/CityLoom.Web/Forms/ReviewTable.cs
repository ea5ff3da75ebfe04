using System.Text.Encodings.Web;
using CityLoom.City;
using CityLoom.Directives;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Web;
using CityLoom.Web.Pages.Directives;
using CityLoom.Web.Review;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityLoom.Web.Forms;

/// <summary>Does a step of a review and answers it: with the parts of the page that changed for the script, with a redirect otherwise.</summary>
/// <param name="Http">The request.</param>
/// <param name="Database">The store.</param>
/// <param name="City">The city.</param>
/// <param name="Say">The reader's language.</param>
internal sealed record ReviewTable(HttpContext Http, Database Database, CityContext City, Say Say)
{
    private bool Fragment => Http.Request.Headers.ContainsKey("X-Fragment");

    private SignedIn Who => Http.RequiredSignedIn();

    /// <summary>Does the step in one transaction and answers. <paramref name="onward"/>: the next pending card opens.</summary>
    public async Task<IResult> DoAsync(
        long id, long? span, string? show, bool onward, Func<Writing, SignedIn, Outcome<IReadOnlyList<ReviewedMeasure>>> step)
    {
        var who = Who;
        var filter = ReviewFilters.Parse(show);
        var before = await Database.ReadAsync(s => DirectiveBook.MeasuresOf(s, id));
        var outcome = await Database.WriteAsync(w => step(w, who));
        if (!outcome.Is(out var changed, out var refusal))
        {
            return Fragment ? Refused(refusal) : Said.Refused(Http, PathOf(id, span, filter), refusal);
        }

        var current = changed.Any(m => m.Id == span) || changed.Count == 0 ? span : changed[0].Id;
        var review = await DrawAsync(id, current, filter);
        return Fragment
            ? Answer(review, SameShape(before, review) ? [.. changed.Select(m => ReviewDrawing.KeyOf(m.Id))] : null)
            : Results.LocalRedirect(PathOf(id, onward ? NextOf(review) ?? current : current, filter));
    }

    /// <summary>One card, opened as asked.</summary>
    public async Task<IResult> CardAsync(long id, long span, string? mode, string? show)
    {
        var review = await DrawAsync(id, span, ReviewFilters.Parse(show));
        return Answer(review with { Mode = Enum.TryParse<CardMode>(mode, true, out var open) ? open : CardMode.Judge }, [ReviewDrawing.KeyOf(span)]);
    }

    private static RazorComponentResult<ReviewAnswer> Answer(ReviewView review, IReadOnlyCollection<string>? changed) =>
        new(new Dictionary<string, object?> { [nameof(ReviewAnswer.View)] = review, [nameof(ReviewAnswer.Changed)] = changed });

    private IResult Refused(Refusal refusal) => Results.Text(
        $"<p class=\"error\" role=\"alert\"><i class=\"dot\" data-state=\"red\"></i>{HtmlEncoder.Default.Encode(refusal.In(Say.Language.Tag()))}</p>",
        "text/html; charset=utf-8",
        statusCode: StatusCodes.Status422UnprocessableEntity);

    private async Task<ReviewView> DrawAsync(long id, long? current, ReviewFilter filter)
    {
        var view = await Database.ReadAsync(s => DirectiveView.Find(s, id, City))
            ?? throw new BadHttpRequestException("There is no such directive.", StatusCodes.Status404NotFound);
        return new ReviewDrawing(view, City.Organizations, Say).Draw(mayReview: true) with
        {
            Filter = filter,
            Current = current is { } key && view.Measures.Any(m => m.Measure.Id == key) ? ReviewDrawing.KeyOf(key) : null,
        };
    }

    /// <summary>True when no span came, went, moved or changed its kind, so that only cards need to be drawn again.</summary>
    private static bool SameShape(List<ReviewedMeasure> before, ReviewView after) =>
        before.Count == after.Spans.Count
        && before.Zip(after.Spans).All(p => ReviewDrawing.KeyOf(p.First.Id) == p.Second.Key && p.First.StartAt == p.Second.Start && p.First.EndAt == p.Second.End
            && p.First.InLedger == p.Second.Kind.InLedger() && p.First.Kind.ToString() == p.Second.Kind.ToString());

    private static long? NextOf(ReviewView review)
    {
        var listed = review.Listed.ToList();
        var at = listed.FindIndex(s => s.Key == review.Current);
        var next = listed.Skip(at + 1).Concat(listed.Take(Math.Max(0, at))).FirstOrDefault(s => s.Status == SpanStatus.Pending && s.Kind.InLedger());
        return next is null ? null : long.Parse(next.Key, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string PathOf(long id, long? span, ReviewFilter filter)
    {
        var query = string.Join('&', new[] { filter.Code() is { } show ? "show=" + show : null, span is { } at ? "at=" + ReviewDrawing.KeyOf(at) : null }.OfType<string>());
        return $"{ReviewDrawing.BaseOf(id)}/review{(query.Length == 0 ? "" : "?" + query)}{(span is { } card ? "#c" + ReviewDrawing.KeyOf(card) : "")}";
    }
}
