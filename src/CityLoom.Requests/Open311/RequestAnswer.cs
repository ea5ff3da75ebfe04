using System.Globalization;
using System.Text.Json;
using CityLoom.City.Matters;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Requests.Open311;

/// <summary>Writes requests with what belongs to them. What points to a person is never in it.</summary>
internal sealed record RequestAnswer(
    IReadOnlyList<ListedRequest> Requests, IReadOnlyDictionary<long, string> Answers, ILookup<long, RequestStep>? History, CityTrees Trees, TimeZoneInfo Zone, string Host)
{
    /// <summary>Reads what a page of requests needs with a fixed number of queries.</summary>
    public static RequestAnswer Of(Session session, RequestQuery query, CityTrees trees, CityClock clock, string host)
    {
        var requests = ListedRequest.Find(session, query);
        var ids = requests.ConvertAll(r => r.Id);
        return new RequestAnswer(
            requests, RequestStep.AnswersOf(session, ids), query.Extended ? RequestStep.Of(session, ids).ToLookup(s => s.Request) : null, trees, clock.Zone, host);
    }

    public void Write(Answer answer)
    {
        answer.BeginList("service_requests", "request");
        foreach (var request in Requests)
        {
            answer.BeginItem();
            Write(answer, request);
            if (History is not null)
            {
                WriteExtensions(answer, request, History[request.Id]);
            }

            answer.EndItem();
        }

        answer.EndList();
    }

    private void Write(Answer a, ListedRequest r)
    {
        a.Write("service_request_id", Ids.Write(r.Id));
        a.Write("status", r.Open ? "open" : "closed");
        a.Write("status_notes", Answers.GetValueOrDefault(r.Id) ?? MatterWords.Of(r.State).In(CultureInfo.CurrentUICulture.Name));
        a.Write("service_name", Trees.Categories.Find(r.Service) is { } category ? ServiceList.NameOf(category) : r.Service);
        a.Write("service_code", r.Service);
        a.Write("description", PublicWords.Of(r.Words));
        a.Write("agency_responsible", NameOf(r.Handling ?? r.Accountable));
        a.Write("service_notice", (string?)null);
        a.Write("requested_datetime", Instants.Write(r.RequestedAt, Zone));
        a.Write("updated_datetime", Instants.Write(r.UpdatedAt, Zone));
        a.Write("expected_datetime", r.DueAt is { } due ? Instants.Write(due, Zone) : null);
        a.Write("address", r.Address is null ? null : PublicWords.Of(r.Address));
        a.Write("address_id", r.AddressId);
        a.Write("zipcode", (string?)null);
        a.Write("lat", r.Latitude);
        a.Write("long", r.Longitude);
        a.Write("media_url", r.Photo is null ? r.MediaUrl : Host + RequestPhotos.AddressOf(r.Photo));
    }

    private void WriteExtensions(Answer a, ListedRequest r, IEnumerable<RequestStep> steps)
    {
        a.BeginList("notes", "note");
        foreach (var step in steps)
        {
            a.BeginItem();
            a.Write("datetime", Instants.Write(step.At, Zone));
            a.Write("type", JsonNamingPolicy.SnakeCaseLower.ConvertName(step.Act));
            a.Write("summary", MatterWords.Of(step.State).In(CultureInfo.CurrentUICulture.Name));
            a.Write("description", step.Words);
            a.EndItem();
        }

        a.EndList();
        a.BeginList("attributes", "attribute");
        foreach (var (code, values) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(r.Attributes)!)
        {
            a.BeginItem();
            a.Write("code", code);
            a.Write("values", "value", values.Select(PublicWords.Of));
            a.EndItem();
        }

        a.EndList();
        a.BeginObject("extended_attributes");
        a.Write("x_number", string.Create(CultureInfo.InvariantCulture, $"{MatterKinds.Of(Request.Kind).Prefix}-{r.Id:000000}"));
        a.Write("x_title", PublicWords.Of(r.Title));
        a.Write("x_state", JsonNamingPolicy.CamelCase.ConvertName(r.State.ToString()));
        a.Write("x_territory", r.Territory);
        a.Write("x_accountable", r.Accountable);
        a.EndObject();
    }

    private string NameOf(string organization) => Trees.Organizations.Find(organization) is not { } found ? organization
        : CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? found.EnglishName : found.Name;
}
