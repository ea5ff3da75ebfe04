using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Intake;

namespace CityLoom.Demo;

/// <summary>Tells how a resident made a request, when somebody called back, and what the resident said in the end.</summary>
internal sealed class RequestStory(Writing writing, CityContext city, DemoCast cast, Random random)
{
    private static readonly string[] Thanks = ["处理很快，谢谢。", "已经恢复正常。", "工作人员上门说明了情况。", "希望以后多巡查。"];
    private static readonly string[] Complaints = ["没过几天又出现了。", "只回复没有解决。", "处理得太慢。"];
    private static readonly Channel[] Doors = [Channel.Hotline, Channel.Hotline, Channel.Hotline, Channel.Web, Channel.Web, Channel.Open311, Channel.Counter];

    private readonly DutyCatalogue _catalogue = CatalogueBook.Load(writing, CatalogueBook.Newest(writing));

    /// <summary>The request as it came in.</summary>
    public Raised Raise(StoryKind kind, string title, Territory place, DateTimeOffset at)
    {
        var district = city.Territories.AtLevel(place.Code, TerritoryLevel.District)?.Code;
        var point = district is null ? null : PointIn(district);
        return RaiseRequest.Run(
            writing,
            new NewRequest
            {
                Channel = Doors[random.Next(Doors.Length)], Service = kind.Category, Title = title, Words = title + "，请尽快处理。", Territory = place.Code, Address = place.Name,
                Longitude = point?.Longitude, Latitude = point?.Latitude,
                Contact = random.NextDouble() < 0.8 ? new Contact { Name = "示例", Phone = $"1300000{random.Next(10_000):0000}" } : null,
            },
            city.At(at), _catalogue, Actor.System).Value;
    }

    /// <summary>Somebody calls the resident back soon after they have signed.</summary>
    public void CallBack(Raised raised, DateTimeOffset signed)
    {
        if (raised.Request.Reachable && random.NextDouble() < 0.93)
        {
            var at = signed.AddMinutes(5 + random.Next(90));
            _ = SendMessage.NoteContact(writing, raised.Request.Id, cast.Doer, city.At(at < city.Now ? at : city.Now)).Value;
        }
    }

    /// <summary>Some residents answer a day or two after it was closed.</summary>
    public void Answer(Raised raised, Matter closed)
    {
        var at = closed.EndedAt!.Value.AddHours(4 + random.Next(60));
        if (at >= city.Now || random.NextDouble() > 0.35)
        {
            return;
        }

        var solved = random.NextDouble() < 0.9;
        var answer = new ResidentAnswer
        {
            Contacted = random.NextDouble() < 0.96,
            Solved = solved,
            Satisfaction = solved ? (random.NextDouble() < 0.8 ? Satisfaction.Satisfied : Satisfaction.MostlySatisfied) : Satisfaction.Dissatisfied,
            Words = random.NextDouble() < 0.3 ? (solved ? Thanks[random.Next(Thanks.Length)] : Complaints[random.Next(Complaints.Length)]) : null,
        };
        _ = AnswerRequest.Run(writing, closed.Number, raised.Request.Code, answer, city.At(at)).Value;
    }

    /// <summary>Somewhere in a district; its middle when chance does not hit it.</summary>
    private GeoPoint? PointIn(string district)
    {
        var shape = city.Trees.Map.Boundaries.FirstOrDefault(b => b.Code == district)?.Shape;
        if (shape is null)
        {
            return null;
        }

        var box = shape.EnvelopeInternal;
        for (var i = 0; i < 12; i++)
        {
            var point = new GeoPoint(
                Math.Round(box.MinX + (random.NextDouble() * box.Width), 6), Math.Round(box.MinY + (random.NextDouble() * box.Height), 6));
            if (city.Trees.Map.At(point)?.Code == district)
            {
                return point;
            }
        }

        var middle = shape.InteriorPoint;
        return new GeoPoint(middle.X, middle.Y);
    }
}
