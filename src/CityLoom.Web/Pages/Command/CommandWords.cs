using CityLoom.City;
using CityLoom.Emergency.Plans;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Command;

/// <summary>Says of plans and responses how they stand.</summary>
internal static class CommandWords
{
    /// <summary>The level in the reader's language.</summary>
    public static string In(this Say say, ResponseLevel level) => level.Words().In(say.Language.Tag());

    /// <summary>The Chinese words, or the English ones where the reader reads English and somebody wrote them.</summary>
    public static string Either(this Say say, string chinese, string english) =>
        new Bilingual(chinese, string.IsNullOrWhiteSpace(english) ? chinese : english).In(say.Language.Tag());

    /// <summary>The colour of a level: I red, II orange, III yellow, IV blue.</summary>
    public static Light LightOf(ResponseLevel level) => level switch
    {
        ResponseLevel.I => Light.Red,
        ResponseLevel.II => Light.Orange,
        ResponseLevel.III => Light.Yellow,
        _ => Light.Blue,
    };

    /// <summary>A number of minutes as people say it.</summary>
    public static string Minutes(this Say say, int minutes) => say.Duration(TimeSpan.FromMinutes(minutes));
}
