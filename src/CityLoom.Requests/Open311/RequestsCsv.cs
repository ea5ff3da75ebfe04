using System.Globalization;
using System.Text;
using CityLoom.City.Export;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Requests.Open311;

/// <summary>All requests that a program asks for as one CSV, read and sent in steps so that it may be as long as it likes.</summary>
internal static class RequestsCsv
{
    private const int Step = 1_000;

    private const string Header =
        "service_request_id,status,status_notes,service_name,service_code,description,agency_responsible,requested_datetime,updated_datetime,expected_datetime,address,lat,long,media_url";

    public static async Task WriteAsync(HttpContext http, RequestQuery query, Database database, CityContext city, string host, CancellationToken cancel)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=requests.csv";
        await http.Response.WriteAsync("\uFEFF" + Header + "\r\n", cancel).ConfigureAwait(false);
        var (at, id) = (DateTimeOffset.UnixEpoch, 0L);
        while (true)
        {
            var rows = await database.ReadAsync(s => ListedRequest.After(s, query, at, id, Step), cancel).ConfigureAwait(false);
            var answers = await database.ReadAsync(s => RequestStep.AnswersOf(s, rows.ConvertAll(r => r.Id)), cancel).ConfigureAwait(false);
            await http.Response.WriteAsync(Lines(rows, answers, city, host), cancel).ConfigureAwait(false);
            if (rows.Count < Step)
            {
                return;
            }

            (at, id) = (rows[^1].RequestedAt, rows[^1].Id);
        }
    }

    private static string Lines(List<ListedRequest> rows, Dictionary<long, string> answers, CityContext city, string host)
    {
        var text = new StringBuilder(rows.Count * 300);
        var (trees, zone) = (city.Trees, city.Clock.Zone);
        foreach (var r in rows)
        {
            string?[] fields =
            [
                Ids.Write(r.Id), r.Open ? "open" : "closed", answers.GetValueOrDefault(r.Id) ?? MatterWords.Of(r.State).Zh,
                trees.Categories.Find(r.Service)?.Name ?? r.Service, r.Service, PublicWords.Of(r.Words),
                trees.Organizations.Find(r.Handling ?? r.Accountable)?.Name ?? r.Accountable, Instants.Write(r.RequestedAt, zone), Instants.Write(r.UpdatedAt, zone),
                r.DueAt is { } due ? Instants.Write(due, zone) : null, r.Address is null ? null : PublicWords.Of(r.Address),
                r.Latitude?.ToString("R", CultureInfo.InvariantCulture), r.Longitude?.ToString("R", CultureInfo.InvariantCulture),
                r.Photo is null ? r.MediaUrl : host + RequestPhotos.AddressOf(r.Photo),
            ];
            text.AppendJoin(',', fields.Select(CsvField.Typed)).Append("\r\n");
        }

        return text.ToString();
    }
}
