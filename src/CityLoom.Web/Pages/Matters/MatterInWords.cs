using CityLoom.City;
using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Web.Words;
using ClockView = CityLoom.Web.Parts.ClockView;
using Light = CityLoom.Web.Parts.Light;
using MatterLight = CityLoom.City.Matters.Light;

namespace CityLoom.Web.Pages.Matters;

/// <summary>Says of matters, in the reader's language, how they stand: light, state, clock, place, organizations.</summary>
public sealed class MatterInWords(Say say, CityContext city)
{
    /// <summary>The instant for which all is said.</summary>
    public DateTimeOffset Now { get; } = city.Now;

    /// <summary>Words of the city's own in the reader's language.</summary>
    public string In(Bilingual words) => words.In(say.Language.Tag());

    /// <summary>The light as parts of pages draw it.</summary>
    public static Light LightOf(MatterLight light) => light switch
    {
        MatterLight.Near => Light.Blue,
        MatterLight.Behind => Light.Yellow,
        MatterLight.Overdue => Light.Red,
        MatterLight.Done => Light.Green,
        _ => Light.None,
    };

    /// <summary>The matter's light now.</summary>
    public Light LightOf(Matter matter) => LightOf(matter.LightAt(Now));

    /// <summary>The colour of a supervision order as a light.</summary>
    public static Light LightOf(SupervisionColour colour) => colour switch
    {
        SupervisionColour.Blue => Light.Blue,
        SupervisionColour.Yellow => Light.Yellow,
        SupervisionColour.Red => Light.Red,
        _ => Light.None,
    };

    /// <summary>The word beside the light: the light's own, or where the matter stands when no light is on.</summary>
    public string Chip(Matter matter) => LightOf(matter) is Light.None or Light.Green ? In(MatterWords.Of(matter.State)) : In(MatterWords.Of(matter.LightAt(Now)));

    /// <summary>The short name of an organization; the code itself where it is unknown, a dash for none.</summary>
    public string Organization(string? code) => code is null ? "–"
        : city.Organizations.Find(code) is not { } found ? code
        : say.Language == Language.English ? found.EnglishName : found.ShortName;

    /// <summary>A place from its district down: 江岸区 大智街道.</summary>
    public string Place(string? territory)
    {
        var names = city.Territories.Upwards(territory ?? "").Where(t => t.Level != TerritoryLevel.City).Select(t => t.Name).Reverse().ToList();
        return names.Count > 0 ? string.Join(' ', names) : say["matter.whole-city"];
    }

    /// <summary>The name of a kind.</summary>
    public string Kind(string code) => MatterKinds.Find(code) is { } kind ? In(new Bilingual(kind.Name, kind.English)) : code;

    /// <summary>The name of a category with those above it: 消防安全 / 消防通道.</summary>
    public string? Category(string? code) => code is null ? null : string.Join(
        " / ", city.Trees.Categories.Upwards(code).Reverse().Select(c => say.Language == Language.English ? c.EnglishName : c.Name).DefaultIfEmpty(code));

    /// <summary>The clock in words, with the share of the time used while there is something left to measure.</summary>
    public ClockView Clock(Matter matter)
    {
        var light = LightOf(matter);
        return matter switch
        {
            { Open: false } => new(light, say["matter.ended-on", ("date", say.ShortDay(say.Civil(matter.EndedAt ?? matter.CreatedAt))), ("state", In(MatterWords.Of(matter.State)))]),
            { State: MatterState.Suspended } => new(light, say["matter.clock-stands"]),
            { ResolvedAt: { } done } => new(light, say[light == Light.Red ? "matter.done-late" : "matter.done-on", ("date", say.ShortDay(say.Civil(done)))]),
            { DueAt: null } => new(light, say["matter.no-due"]),
            { DueAt: { } due } when light == Light.Red => new(light, say["clock.over", ("time", say.Duration(Now - due))]),
            _ => Running(matter, light),
        };
    }

    /// <summary>Share of the working time used, 0…100; null when nothing is due.</summary>
    public int? UsedPercent(Matter matter) => Face(matter) is { } face ? (int)Math.Clamp(face.Share * 100, 0, 100) : null;

    private ClockView Running(Matter matter, Light light)
    {
        var face = Face(matter)!;
        return face.Light == ClockLight.Red
            ? new ClockView(light, say["matter.until", ("at", say.Minute(matter.DueAt!.Value))], 100)
            : new ClockView(light, In(face.Words), (int)Math.Clamp(face.Share * 100, 0, 100));
    }

    private ClockFace? Face(Matter matter) => matter.Clock(city.Time)?.FaceAt(matter.ResolvedAt ?? matter.EndedAt ?? Now);
}
