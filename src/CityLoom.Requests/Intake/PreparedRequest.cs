using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Requests.Catalogue;

namespace CityLoom.Requests.Intake;

/// <summary>A request that was judged: where it is, what it is about, who answers for it. Ready to be stored.</summary>
public sealed record PreparedRequest
{
    private const int TitleLength = 60;
    private const int MostAttributes = 50;

    /// <summary>The matter to make.</summary>
    internal NewMatter Matter { get; init; } = new();

    /// <summary>What the request has beyond it, but for what its storing adds.</summary>
    internal Request Request { get; init; } = new();

    /// <summary>Who asks; null when nothing was left.</summary>
    internal Contact? Contact { get; init; }

    /// <summary>Photos.</summary>
    internal IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>Term for the first contact.</summary>
    internal string? RespondWithin { get; init; }

    /// <summary>True when a program hears of its number only after somebody has accepted it.</summary>
    internal bool ByToken { get; init; }

    /// <summary>Where it is.</summary>
    public required Place Place { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Route Route { get; init; }

    /// <summary>Code of its category; empty when the words point to none and a person has to decide.</summary>
    public string Service => Request.Service;

    internal static Outcome<PreparedRequest> Of(NewRequest asked, CityContext city, DutyCatalogue catalogue)
    {
        var trees = city.Trees;
        var tidy = Tidy(asked);
        if (Refuse(tidy, trees) is { } refusal)
        {
            return refusal;
        }

        var service = tidy.Undecided ? "" : tidy.Service ?? trees.Advice.CategoryOf(tidy.Words!) ?? "";
        return (RefuseAnswers(tidy, catalogue.QuestionsOf(service)) is { } wrong ? wrong : Place.Of(tidy, trees))
            .Then<PreparedRequest>(place => catalogue.RouteOf(service, place.Territory, trees) is { } route
                ? Of(tidy, service, place, route, city, catalogue)
                : RequestRefusals.NobodyAnswers);
    }

    private static PreparedRequest Of(NewRequest asked, string service, Place place, Route route, CityContext city, DutyCatalogue catalogue)
    {
        var offer = catalogue.OfferOf(service);
        var duty = route.Duty;
        var confidential = asked.Confidential || offer.Confidential;
        return new PreparedRequest
        {
            Place = place,
            Route = route,
            Contact = asked.Contact is { IsEmpty: false } contact ? contact : null,
            Photos = asked.Photos,
            ByToken = offer.Type == AnswerType.Batch,
            RespondWithin = duty is { RespondWithin.Length: > 0 } ? duty.RespondWithin : null,
            Matter = new NewMatter
            {
                Kind = Request.Kind,
                Title = TitleOf(asked, service, city.Trees),
                Words = asked.Words,
                Category = service.Length == 0 ? null : service,
                Territory = place.Territory.Length == 0 ? null : place.Territory,
                Organization = route.Organization,
                DispatchTo = route.Direct && offer.Type == AnswerType.Realtime ? route.Organization : null,
                Term = duty is { HandleWithin.Length: > 0 } ? duty.HandleWithin : null,
                Longitude = place.Point?.Longitude,
                Latitude = place.Point?.Latitude,
                Urgency = Math.Max(asked.Urgency, duty?.Urgency ?? 0),
                Confidential = confidential,
            },
            Request = new Request
            {
                Service = service,
                Channel = asked.Channel,
                Address = Text.OrNull(asked.Address),
                AddressId = Text.OrNull(asked.AddressId),
                Attributes = asked.Attributes.Count == 0 ? "{}" : JsonSerializer.Serialize(asked.Attributes, JournalBook.Json),
                MediaUrl = asked.MediaUrl,
                Language = Text.OrNull(asked.Language) ?? "zh",
                Published = !confidential && offer.Type != AnswerType.Blackbox,
                Reachable = asked.Contact?.IsReachable == true,
                DutyVersion = duty is null ? null : catalogue.Version,
                Duty = duty?.Line,
                Cell = place.Point is { } point ? MapCell.Of(point) : null,
            },
        };
    }

    /// <summary>The same with blanks trimmed; what a program sends as null is as good as absent.</summary>
    private static NewRequest Tidy(NewRequest asked) => asked with
    {
        Words = Text.OrNull(asked.Words),
        Contact = asked.Contact?.Tidy(),
        Service = Text.OrNull(asked.Service),
        MediaUrl = Text.OrNull(asked.MediaUrl),
        Photos = asked.Photos is null ? [] : [.. asked.Photos.OfType<string>()],
        Attributes = asked.Attributes is not { Count: > 0 } answers ? new Dictionary<string, string[]>() : answers
            .Select(a => (Code: Text.OrNull(a.Key), Values: (a.Value ?? []).Select(Text.OrNull).OfType<string>().ToArray()))
            .Where(a => a.Code is not null && a.Values.Length > 0)
            .DistinctBy(a => a.Code)
            .ToDictionary(a => a.Code!, a => a.Values),
    };

    private static Refusal? Refuse(NewRequest asked, CityTrees trees) => asked switch
    {
        { Words: null, Service: null } or { Words: null, Undecided: true } => RequestRefusals.WordsNeeded,
        { Words.Length: > NewRequest.MostWords } => RequestRefusals.WordsTooLong,
        { Service: { } service } when trees.Categories.Find(service) is null => RequestRefusals.ServiceUnknown(service),
        { MediaUrl: { } url } when !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") => RequestRefusals.MediaUrl,
        { Urgency: < 0 or > 2 } => RequestRefusals.Urgency,
        _ when asked.Title?.Length > 120 || asked.Address?.Length > 400 || asked.AddressId?.Length > 100 || asked.MediaUrl?.Length > 2_000
            || asked.Language?.Length > 20 || asked.Contact?.IsTooLong == true => RequestRefusals.FieldTooLong,
        _ when asked.Attributes.Count > MostAttributes || asked.Attributes.Any(a => a.Key.Length > 100 || a.Value.Length > MostAttributes || a.Value.Any(v => v.Length > 4_000)) =>
            RequestRefusals.FieldTooLong,
        _ => null,
    };

    private static Refusal? RefuseAnswers(NewRequest asked, IReadOnlyList<Question> questions) =>
        questions.Select(q => q.Refuse(asked.Attributes.GetValueOrDefault(q.Code))).FirstOrDefault(r => r is not null);

    /// <summary>The first sentence of the words, cut where it is long; the name of the category where there are none.</summary>
    private static string TitleOf(NewRequest asked, string service, CityTrees trees)
    {
        var title = Text.OrNull(asked.Title) ?? FirstSentence(asked.Words ?? "");
        return title.Length >= 2 ? title : $"{trees.Categories.Find(service)?.Name ?? "诉求"} {title}".Trim();
    }

    private static string FirstSentence(string words)
    {
        var end = words.AsSpan().IndexOfAny("。！？\n\r!?");
        var first = (end > 3 ? words[..end] : words).Trim();
        if (first.Length <= TitleLength)
        {
            return first.ReplaceLineEndings(" ");
        }

        var cut = char.IsHighSurrogate(first[TitleLength - 2]) ? TitleLength - 2 : TitleLength - 1;
        return first[..cut].ReplaceLineEndings(" ") + "…";
    }
}
