using System.Globalization;
using CityLoom.Directives;
using CityLoom.Directives.Review;
using CityLoom.Kernel;
using CityLoom.Reading;
using CityLoom.Web.Pages.Directives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>The acts of a review, as the contract at the head of <c>assets/js/review.js</c> says.</summary>
internal static class ReviewForms
{
    private const string Other = "other";

    private static readonly Refusal BadDate = new("measure.bad-date", "日期须写作 2026-12-31 这样；请重新选择。", "Write the date like 2026-12-31; choose it again.", 400);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var spans = endpoints.MapGroup("/directives/{id:long}/spans");
        spans.MapPost("", Add);
        spans.MapGet("/{span:long}/card", (long id, long span, string? mode, string? show, [AsParameters] ReviewTable table) => table.CardAsync(id, span, mode, show));
        spans.MapPost("/{span:long}/accept", AcceptAsync);
        spans.MapPost("/{span:long}/reject", Reject);
        spans.MapPost("/{span:long}/edit", Edit);
        spans.MapPost("/{span:long}/split", Split);
        spans.MapPost("/{span:long}/merge", MergeAsync);
        spans.MapPost("/{span:long}/undo", Undo);
    }

    private static async Task<IResult> AcceptAsync(
        long id, long span, [FromForm] string? owner, [FromForm] string? ownerOther, [FromForm] string? due, [FromForm] string? dueOther,
        [FromForm] string? supports, [FromForm] string? show, [AsParameters] ReviewTable table)
    {
        var directive = await table.Database.ReadAsync(s => DirectiveBook.Find(s, id));
        var date = due == Other ? dueOther : due;
        var asked = directive is null ? Accept(span, [], null, null)
            : OwnerNames.Find((owner == Other ? ownerOther : owner) ?? "", directive, table.City.Trees).Then<ReviewRequest>(leads =>
                string.IsNullOrEmpty(date) ? Accept(span, leads, supports, null)
                : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Accept(span, leads, supports, day)
                : BadDate);
        return await table.DoAsync(id, span, show, onward: true, (w, who) => asked.Then(request => ReviewDirective.Run(w, id, request, who, table.City)));
    }

    private static ReviewRequest Accept(long span, IReadOnlyList<string> leads, string? supports, DateOnly? due) => new()
    {
        Act = ReviewAct.Accept, Measure = span, Leads = leads, Supports = supports?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [], DueDate = due,
    };

    private static Task<IResult> Reject(long id, long span, [FromForm] string? show, [AsParameters] ReviewTable table) =>
        Run(table, id, show, new ReviewRequest { Act = ReviewAct.Reject, Measure = span }, onward: true);

    private static Task<IResult> Edit(
        long id, long span, [FromForm] string? quote, [FromForm] string? start, [FromForm] string? end, [FromForm] string? kind, [FromForm] string? show,
        [AsParameters] ReviewTable table) => Run(table, id, show, new ReviewRequest
        {
            Act = ReviewAct.Edit, Measure = span, Quote = quote, Start = Number(start), End = Number(end), Kind = KindOf(kind),
        });

    private static Task<IResult> Add(
        long id, [FromForm] string? quote, [FromForm] string? start, [FromForm] string? end, [FromForm] string? kind, [FromForm] string? show,
        [AsParameters] ReviewTable table) => Run(table, id, show, new ReviewRequest
        {
            Act = ReviewAct.Add, Quote = quote ?? "", Start = Number(start), End = Number(end), Kind = KindOf(kind),
        });

    private static Task<IResult> Split(long id, long span, [FromForm] string? parts, [FromForm] string? show, [AsParameters] ReviewTable table) =>
        Run(table, id, show, new ReviewRequest { Act = ReviewAct.Split, Measure = span, Parts = parts?.Split('\n') ?? [] });

    /// <summary>With the next one, the previous one (which is the same seen from there), or one of another directive.</summary>
    private static async Task<IResult> MergeAsync(long id, long span, [FromForm] long? with, [FromForm] string? show, [AsParameters] ReviewTable table)
    {
        var (own, other) = await table.Database.ReadAsync(s => (DirectiveBook.FindMeasure(s, span), with is { } key ? DirectiveBook.FindMeasure(s, key) : null));
        var request = other is null || other.DirectiveId != id
            ? new ReviewRequest { Act = ReviewAct.Join, Measure = span, With = with }
            : new ReviewRequest { Act = ReviewAct.Merge, Measure = own?.StartAt > other.StartAt ? other.Id : span };
        return await Run(table, id, show, request, onward: request.Act == ReviewAct.Join);
    }

    private static Task<IResult> Undo(long id, long span, [FromForm] string? show, [AsParameters] ReviewTable table) =>
        table.DoAsync(id, span, show, onward: false, (w, who) => ReviewDirective.Undo(w, id, who, table.City, span));

    private static Task<IResult> Run(ReviewTable table, long id, string? show, ReviewRequest request, bool onward = false) =>
        table.DoAsync(id, request.Measure, show, onward, (w, who) => ReviewDirective.Run(w, id, request, who, table.City));

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static MeasureKind? KindOf(string? code) => code switch
    {
        "action" => MeasureKind.Action,
        "target" => MeasureKind.Target,
        "principle" => MeasureKind.Principle,
        "past" => MeasureKind.ReportOfPast,
        _ => null,
    };
}
