using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;
using ClockView = CityLoom.Web.Parts.ClockView;
using Light = CityLoom.Web.Parts.Light;

namespace CityLoom.Web.Pages.Directives;

/// <summary>A matter's light and clock as lists show them.</summary>
internal static class MatterLook
{
    /// <summary>Its light now.</summary>
    public static Light Shown(this Matter matter, DateTimeOffset now) => matter.LightAt(now) switch
    {
        CityLoom.City.Matters.Light.Near => Light.Blue,
        CityLoom.City.Matters.Light.Behind => Light.Yellow,
        CityLoom.City.Matters.Light.Overdue => Light.Red,
        CityLoom.City.Matters.Light.Done => Light.Green,
        _ => Light.None,
    };

    /// <summary>What its clock says: time left or over, the day it was done, or that no date is set.</summary>
    public static ClockView ClockOf(this Matter matter, CityContext city, Say say)
    {
        var light = matter.Shown(city.Now);
        if (!matter.Open)
        {
            return new ClockView(light, matter.EndedAt is { } ended ? say["directives.ended", ("date", say.ShortDay(say.Civil(ended)))] : "");
        }

        if (matter.Clock(city.Time)?.FaceAt(matter.ResolvedAt ?? city.Now) is not { } face)
        {
            return new ClockView(Light.None, say["review.no-due"]);
        }

        return new ClockView(light, face.Words.In(say), light == Light.Red ? null : (int)Math.Clamp(face.Share * 100, 0, 100));
    }
}
