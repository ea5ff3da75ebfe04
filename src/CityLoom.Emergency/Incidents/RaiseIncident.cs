using System.ComponentModel.DataAnnotations;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Incidents;

/// <summary>An emergency as it is told; nothing that says who is hurt.</summary>
public sealed record NewIncident
{
    /// <summary>One line, 2 to 300 characters.</summary>
    [Required, StringLength(300, MinimumLength = 2)]
    public string Title { get; init; } = "";

    /// <summary>What else was told, up to 20,000 characters.</summary>
    [StringLength(20_000)]
    public string? Words { get; init; }

    /// <summary>One of <see cref="RaiseIncident.Natures"/>.</summary>
    public string Nature { get; init; } = "medical";

    /// <summary>WGS-84 degrees; with the latitude, or else a territory.</summary>
    [Range(-180, 180)]
    public double? Longitude { get; init; }

    /// <summary>WGS-84 degrees.</summary>
    [Range(-90, 90)]
    public double? Latitude { get; init; }

    /// <summary>The territory that it lies in; found from the place when not stated.</summary>
    public string? Territory { get; init; }

    /// <summary>1 (gravest) to 4 when it is verified and graded on the phone; null leaves that for later.</summary>
    [Range(1, 4)]
    public int? Grade { get; init; }

    /// <summary>The level of unit that is needed, 1 to 3.</summary>
    [Range(1, 3)]
    public int Level { get; init; } = 1;

    /// <summary>When the call came in; the present when not stated.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }
}

/// <summary>Takes an emergency in: a matter of the kind <c>incident</c>, for which the one who takes it in answers at once.</summary>
public static class RaiseIncident
{
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    /// <summary>What kinds of emergencies there are.</summary>
    public static IReadOnlyList<string> Natures { get; } = ["medical", "traffic", "fire", "flood", "hazmat", "structure", "other"];

    /// <summary>Roles that may.</summary>
    public static IReadOnlyList<Role> May { get; } = [Role.Intake, Role.Dispatcher, Role.Supervisor];

    /// <summary>Stores it with the first entry of its chain.</summary>
    public static Outcome<Incident> Run(Writing writing, NewIncident asked, ActContext context, CityContext city, Register register)
    {
        if (Refuse(asked, context) is { } refusal)
        {
            return refusal;
        }

        if (Where(asked, city, register) is not { } place)
        {
            return EmergencyRefusals.NoPlace;
        }

        var territory = asked.Territory ?? city.Trees.Map.At(place)?.Code;
        var matter = CreateMatter.Run(
            writing,
            new NewMatter { Kind = "incident", Title = asked.Title, Words = asked.Words, Territory = territory, Longitude = place.Longitude, Latitude = place.Latitude, Urgency = 2, RaisedBy = ("incident", 0) },
            context, city.Territories);
        return matter.Then<Incident>(m => Begin(writing, asked, m, place, context)).Then(incident => asked.Grade is { } grade ? GradeAtOnce(writing, incident, grade, context) : incident);
    }

    /// <summary>The place that is stated, or the middle of the people of the territory that is.</summary>
    private static GeoPoint? Where(NewIncident asked, CityContext city, Register register)
    {
        if (asked is { Longitude: { } longitude, Latitude: { } latitude })
        {
            return new GeoPoint(longitude, latitude);
        }

        var within = asked.Territory is null ? [] : register.People.Where(p => city.Territories.Within(p.Territory, asked.Territory)).ToList();
        var people = within.Sum(p => p.People);
        return people > 0 ? new GeoPoint(within.Sum(p => p.Longitude * p.People) / people, within.Sum(p => p.Latitude * p.People) / people) : null;
    }

    private static Refusal? Refuse(NewIncident asked, ActContext context) => asked switch
    {
        _ when context.By is { } by && !by.Grants.Any(g => May.Contains(g.Role)) => EmergencyRefusals.NotYours,
        _ when asked.Grade is not (null or (>= 1 and <= 4)) => EmergencyRefusals.BadGrade,
        _ when asked.Level is not (>= 1 and <= 3) => EmergencyRefusals.BadLevel,
        _ when !Natures.Contains(asked.Nature) => new Refusal("incident.nature", $"类别为 {string.Join('、', Natures)}。", $"The nature is one of {string.Join(", ", Natures)}.", 400),
        _ when asked.ReceivedAt > context.Now || asked.ReceivedAt < context.Now - Oldest => new Refusal(
            "incident.received", "接报时间须在过去 24 小时内。", "The call came in within the last 24 hours.", 400),
        _ => null,
    };

    private static Incident Begin(Writing writing, NewIncident asked, Matter matter, GeoPoint place, ActContext context) => IncidentBook.Insert(
        writing,
        new Incident
        {
            Id = matter.Id,
            Stage = IncidentStage.Received,
            Level = asked.Level,
            Nature = asked.Nature,
            Longitude = place.Longitude,
            Latitude = place.Latitude,
            Territory = matter.Territory,
            ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds((asked.ReceivedAt ?? context.Now).ToUnixTimeMilliseconds()),
            AnsweredAt = context.Now,
            StageAt = context.Now,
            Version = 1,
        },
        context.Now, context.By?.Actor ?? Actor.System);

    private static Outcome<Incident> GradeAtOnce(Writing writing, Incident incident, int grade, ActContext context) =>
        ActOnIncident.Run(writing, incident.Id, new IncidentActRequest { Act = IncidentAct.Verify }, context)
            .Then(_ => ActOnIncident.Run(writing, incident.Id, new IncidentActRequest { Act = IncidentAct.Grade, Grade = grade }, context));
}
