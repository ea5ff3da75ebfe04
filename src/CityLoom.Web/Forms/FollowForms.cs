using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;
using CityLoom.Web.Pages.Public;
using CityLoom.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CityLoom.Web.Forms;

/// <summary>What a resident does with a request by number and code: write, answer, ask for it to be opened again.</summary>
internal static class FollowForms
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/r", (string? n, string? code, HttpContext http, Own own) => own.ShowAsync(http, n, code)).ExcludeFromDescription();
        endpoints.MapGet("/r/{number}", (string number, string? code, HttpContext http, Own own) => own.ShowAsync(http, number, code)).ExcludeFromDescription();
        endpoints.MapPost("/r/{number}/messages", SayAsync);
        endpoints.MapPost("/r/{number}/answer", AnswerAsync);
        endpoints.MapPost("/r/{number}/reopening", ReopenAsync);
    }

    /// <summary>To the page of a request just made or joined, which says number and code large enough to be read aloud.</summary>
    public static IResult Made(string number, string code) => Results.LocalRedirect(Address(number, code) + "&made=1");

    private static string Address(string number, string code) => $"/r/{Uri.EscapeDataString(number)}?code={Uri.EscapeDataString(code)}";

    private static Task<IResult> SayAsync(
        string number, [FromForm] string? code, [FromForm] string? words, HttpContext http, Own own, CityContext city, Say say) =>
        own.DoAsync(http, number, code ?? "", new Typed("words", words), say["follow.said"], (w, c) => SendMessage.FromResident(w, number, c, words ?? "", city).Then<bool>(_ => true));

    private static Task<IResult> AnswerAsync(string number, IFormCollection form, HttpContext http, Own own, CityContext city, Say say)
    {
        var answer = new ResidentAnswer
        {
            Contacted = bool.TryParse(form["contacted"], out var contacted) ? contacted : null,
            Solved = bool.TryParse(form["solved"], out var solved) ? solved : null,
            Satisfaction = Enum.TryParse<Satisfaction>(form["satisfaction"], out var satisfaction) && Enum.IsDefined(satisfaction) ? satisfaction : null,
            Words = MatterFields.Text(form, "answer"),
        };
        return own.DoAsync(
            http, number, form["code"].ToString(), new Typed("answer", answer.Words), say["follow.answered"], (w, c) => AnswerRequest.Run(w, number, c, answer, city).Then<bool>(_ => true));
    }

    private static Task<IResult> ReopenAsync(
        string number, [FromForm] string? code, [FromForm] string? reason, HttpContext http, Own own, CityContext city, Say say) =>
        own.DoAsync(http, number, code ?? "", new Typed("reason", reason), say["follow.reopened"], (w, c) => ReopenRequest.Run(w, number, c, reason ?? "", city).Then<bool>(_ => true));

    /// <summary>Shows a request and does something with it, as often as one may try codes.</summary>
    internal sealed class Own(Database database, IntakeLimits limits)
    {
        /// <summary>The request, or where to ask for one; a wrong code and an unknown number look alike.</summary>
        public async Task<IResult> ShowAsync(HttpContext http, string? number, string? code)
        {
            var given = string.IsNullOrWhiteSpace(code) ? null : code.Trim();
            return number is null ? Page(StatusCodes.Status200OK, null, given, null)
                : given is not null && limits.RefuseCode(VisitorAddress.Of(http)) is { } tooMany ? Page(tooMany.Status, number, given, null, tooMany)
                : (await database.ReadAsync(s => FollowRequest.Find(s, number, given))).Is(out var found, out var unknown) ? Page(StatusCodes.Status200OK, number, given, found)
                : Page(unknown.Status, number, given, null, unknown);
        }

        public async Task<IResult> DoAsync(HttpContext http, string number, string code, Typed typed, string done, Func<Writing, string, Outcome<bool>> act)
        {
            var outcome = limits.RefuseCode(VisitorAddress.Of(http)) is { } tooMany ? tooMany : await database.WriteAsync(w => act(w, code));
            if (outcome.Is(out _, out var refusal))
            {
                return Said.Done(http, Address(number, code), done);
            }

            // Too many tries are not answered with the request, or the limit would be none.
            var found = refusal.Status == StatusCodes.Status429TooManyRequests ? null
                : (await database.ReadAsync(s => FollowRequest.Find(s, number, code))).Is(out var own, out _) ? own : null;
            return Page(refusal.Status, number, code, found, refusal, typed);
        }

        private static IResult Page(int status, string? number, string? code, FollowedRequest? found, Refusal? refusal = null, Typed? typed = null) => Drawn.Public<FollowPage>(
            status, ("Number", number), ("Code", code), ("Found", found), ("Refusal", refusal), ("Typed", typed));
    }
}

/// <summary>What was typed into a form of the page by which a request is followed.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Words">What was typed.</param>
public sealed record Typed(string Field, string? Words);
