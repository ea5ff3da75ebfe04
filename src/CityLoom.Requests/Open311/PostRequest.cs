using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Files;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Intake;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Requests.Open311;

/// <summary>Makes a request out of what a program posts: a form, encoded either way, with a picture or the address of one.</summary>
internal sealed class PostRequest(RaiseRequest raise, TakePhoto photos, CatalogueBook catalogue, CityContext city, SignedInCache accounts)
{
    private const string Attribute = "attribute[";

    public async Task<Reply> RunAsync(HttpContext http, CancellationToken cancel)
    {
        if (!(await Posted.ReadAsync(http, cancel).ConfigureAwait(false)).Is(out var posted, out var refusal))
        {
            return Reply.Fault(refusal);
        }

        var form = posted.Form;
        var fields = Fields.Of(form, http.Request.Query);
        if (Access.Refuse(fields["jurisdiction_id"], city) is { } stranger)
        {
            return Reply.Fault(stranger);
        }

        var access = await Access.OfAsync(fields["api_key"], http, accounts).ConfigureAwait(false);
        if (!access.Is(out var who, out refusal) || !Read(fields, form).Is(out var asked, out refusal))
        {
            return Reply.Fault(refusal);
        }

        // A request that will be refused is not worth decoding a picture for.
        if (form.Files.Count > 0 && !raise.Prepare(asked).Is(out _, out refusal))
        {
            return Reply.Fault(refusal);
        }

        if (!(await PhotoAsync(form, cancel).ConfigureAwait(false)).Is(out var photo, out refusal))
        {
            return Reply.Fault(refusal);
        }

        var key = Text.OrNull(http.Request.Headers["Idempotency-Key"]);
        var outcome = await raise.RunAsync(asked with { Photos = photo }, who, key).ConfigureAwait(false);
        return outcome.Is(out var raised, out refusal) ? Told(raised) : Reply.Fault(refusal);
    }

    private static Outcome<NewRequest> Read(Fields fields, IFormCollection form)
    {
        if (fields["service_code"] is not { } service)
        {
            return Refusals.ServiceMissing;
        }

        if (!fields.Degrees("lat").Is(out var latitude, out var refusal) || !fields.Degrees("long").Is(out var longitude, out refusal))
        {
            return refusal;
        }

        return new NewRequest
        {
            Channel = Channel.Open311,
            Service = service,
            Words = fields["description"],
            Latitude = latitude,
            Longitude = longitude,
            Address = fields["address_string"],
            AddressId = fields["address_id"],
            MediaUrl = fields["media_url"],
            Attributes = Attributes(form),
            Contact = new Contact
            {
                Name = NameOf(fields["first_name"], fields["last_name"]), Phone = fields["phone"], Email = fields["email"],
                Account = fields["account_id"], Device = fields["device_id"],
            },
        };
    }

    /// <summary>attribute[code]=value, and attribute[code][]=value for several.</summary>
    private static Dictionary<string, string[]> Attributes(IFormCollection form)
    {
        var found = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in form)
        {
            var end = name.IndexOf(']', StringComparison.Ordinal);
            if (!name.StartsWith(Attribute, StringComparison.Ordinal) || end <= Attribute.Length || name[(end + 1)..] is not ("" or "[]"))
            {
                continue;
            }

            var code = name[Attribute.Length..end];
            var given = values.Select(Text.OrNull).OfType<string>().ToArray();
            if (given.Length > 0 && Text.OrNull(code) is { } tidy)
            {
                found[tidy] = found.TryGetValue(tidy, out var before) ? [.. before, .. given] : given;
            }
        }

        return found;
    }

    /// <summary>A Chinese name is family name first and written as one.</summary>
    private static string? NameOf(string? first, string? last) =>
        first is null || last is null ? first ?? last
        : char.IsAscii(last[0]) ? $"{first} {last}" : last + first;

    /// <summary>The picture that came with the form, encoded anew; the specification's drafts call the field media.</summary>
    private async Task<Outcome<string[]>> PhotoAsync(IFormCollection form, CancellationToken cancel)
    {
        var taken = new List<string>();
        foreach (var file in form.Files.Where(f => f.Length > 0).Take(NewRequest.MostPhotos))
        {
            await using var content = file.OpenReadStream();
            if (!(await photos.RunAsync(content, cancel).ConfigureAwait(false)).Is(out var stored, out var refusal))
            {
                return refusal;
            }

            taken.Add(stored.Hash);
        }

        return taken.ToArray();
    }

    /// <summary>The number at once, or a token, or neither, as the service says; always a list of one.</summary>
    private Reply Told(Raised raised)
    {
        var type = catalogue.Present.OfferOf(raised.Request.Service).Type;
        return Reply.Ok(a =>
        {
            a.BeginList("service_requests", "request");
            a.BeginItem();
            if (type == AnswerType.Realtime)
            {
                a.Write("service_request_id", Ids.Write(raised.Request.Id));
            }
            else if (type == AnswerType.Batch)
            {
                a.Write("token", raised.Request.Token);
            }

            a.Write("service_notice", type == AnswerType.Blackbox ? null : $"编号 {raised.Matter.Number}，查询码 {raised.Request.Code} / number and code to follow it");
            a.Write("account_id", (string?)null);
            a.EndItem();
            a.EndList();
        });
    }
}
