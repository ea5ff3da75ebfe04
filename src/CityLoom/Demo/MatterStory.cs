using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Intake;

namespace CityLoom.Demo;

/// <summary>Tells one matter after another: where it came up, who had it, how far it is today.</summary>
internal sealed class MatterStory(Writing writing, CityContext city, DemoCast cast, Random random)
{
    private static readonly string[] Reports =
        ["已现场处置完毕，附照片。", "已联系反映人说明情况，问题已解决。", "已清理并安排每周巡查。", "已维修更换，恢复正常使用。", "已责令整改，复查合格。"];

    private readonly RequestStory _requests = new(writing, city, cast, random);

    public void Tell(StoryFile story, DateTimeOffset end)
    {
        var kind = Weighted(story.Kinds, k => k.Weight);
        var district = Weighted(story.Districts.ToList(), d => d.Value.Weight);
        var (street, community) = Place(district.Key);
        var handler = city.Trees.Advice.HandlerOf(kind.Category, (community ?? street).Code)
            ?? city.Organizations.All.First(o => o.Kind == OrganizationKind.Government && o.TerritoryCode == district.Key);
        var plot = Plot.Draw(story, kind, district.Value, end, city.Time, random);
        if (kind.Kind == Request.Kind)
        {
            TellRequest(kind, TitleOf(kind, street, community), community ?? street, plot);
            return;
        }

        var matter = Report(kind, TitleOf(kind, street, community), community ?? street, plot.Begun);
        foreach (var step in plot.Steps)
        {
            matter = Do(matter, step, handler.Code);
        }
    }

    /// <summary>The catalogue sends a request on at once, so that it needs neither registering nor dispatching.</summary>
    private void TellRequest(StoryKind kind, string title, Territory place, Plot plot)
    {
        var raised = _requests.Raise(kind, title, place, plot.Begun);
        var matter = raised.Matter;
        foreach (var step in plot.Steps.Where(s => matter.State != MatterState.Dispatched || s.Act is not (Act.Register or Act.Dispatch)))
        {
            matter = Do(matter, step, matter.Accountable);
            if (step.Act == Act.Sign)
            {
                _requests.CallBack(raised, step.At);
            }
        }

        if (matter.State == MatterState.Closed)
        {
            _requests.Answer(raised, matter);
        }
    }

    private string TitleOf(StoryKind kind, Territory street, Territory? community) => kind.Titles[random.Next(kind.Titles.Count)]
        .Replace("{community}", Short(community ?? street), StringComparison.Ordinal)
        .Replace("{street}", Short(street), StringComparison.Ordinal);

    private Matter Report(StoryKind kind, string title, Territory place, DateTimeOffset at) => CreateMatter.Run(
        writing,
        new NewMatter { Kind = kind.Kind, Title = title, Category = kind.Category, Territory = place.Code, Organization = "4201.yxzx", Term = kind.Term },
        new ActContext(cast.Dispatcher, at, city.Organizations, city.Time),
        city.Territories).Value;

    private Matter Do(Matter matter, PlotStep step, string handler)
    {
        var by = step.Act switch
        {
            Act.Sign or Act.Start or Act.Resolve or Act.RequestReturn or Act.RequestExtension => cast.Doer,
            Act.Suspend => cast.Desk,
            _ => cast.Dispatcher,
        };
        var request = new ActRequest
        {
            Act = step.Act,
            Organization = step.Act == Act.Dispatch ? handler : null,
            Reason = step.Act switch
            {
                Act.Resolve => Reports[random.Next(Reports.Length)],
                Act.RequestReturn => "不属本单位职责，建议改派。",
                Act.Suspend => "需结合年度改造工程实施，申请挂账。",
                Act.Rework => "现场复查未完全解决，请补充处置。",
                Act.Urge => "临近期限，请抓紧办理。",
                _ => null,
            },
        };
        var outcome = ActOnMatter.Run(writing, matter.Id, request, new ActContext(by, step.At, city.Organizations, city.Time));
        return outcome.Is(out var after, out var refusal)
            ? after
            : throw new InvalidOperationException($"The demo's story does not hold: {step.Act} on {matter.State}: {refusal.English}");
    }

    private (Territory Street, Territory? Community) Place(string district)
    {
        var streets = city.Territories.Children(district);
        var street = streets[random.Next(streets.Count)];
        var communities = city.Territories.Children(street.Code);
        return (street, communities.Count == 0 ? null : communities[random.Next(communities.Count)]);
    }

    private T Weighted<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var at = random.NextDouble() * items.Sum(weight);
        foreach (var item in items)
        {
            at -= weight(item);
            if (at < 0)
            {
                return item;
            }
        }

        return items[^1];
    }

    private static string Short(Territory territory) => territory.Name
        .Replace("居委会", "", StringComparison.Ordinal).Replace("村委会", "村", StringComparison.Ordinal).Replace("街道办事处", "街道", StringComparison.Ordinal);
}
