namespace CityLoom.Web.Words;

/// <summary>The languages of the product. Chinese is the first and the default.</summary>
public enum Language
{
    /// <summary>Simplified Chinese.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}

/// <summary>Tags and codes of <see cref="Language"/>.</summary>
public static class Languages
{
    /// <summary>The BCP 47 tag for <c>lang</c> attributes: <c>zh-CN</c> or <c>en</c>.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en" : "zh-CN";

    /// <summary>The short code used in addresses, cookies and word files: <c>zh</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language == Language.English ? "en" : "zh";

    /// <summary>Reads a code or tag such as <c>zh</c>, <c>zh-Hans</c>, <c>en-GB</c>; null when it is neither language.</summary>
    public static Language? Parse(string? tag) => tag?.Trim().ToLowerInvariant() switch
    {
        { } t when t == "zh" || t.StartsWith("zh-", StringComparison.Ordinal) => Language.Chinese,
        { } t when t == "en" || t.StartsWith("en-", StringComparison.Ordinal) => Language.English,
        _ => null,
    };
}
