using CityLoom.Reach.Inputs;

namespace CityLoom.Web.Words;

/// <summary>Sentences that the pure libraries say in both languages.</summary>
internal static class SaidInWords
{
    /// <summary>The sentence in the reader's language.</summary>
    public static string In(this Say say, Said said) => say.Language == Language.English ? said.English : said.Words;
}
