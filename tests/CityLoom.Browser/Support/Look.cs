namespace CityLoom.Browser.Support;

/// <summary>How a person looks at a page: on what screen, in which language, by day or by night.</summary>
public sealed record Look(int Width, int Height, string Language, bool Dark)
{
    /// <summary>A desk in Chinese by day: what most tests use.</summary>
    public static readonly Look Desk = new(1440, 900, "zh-CN", Dark: false);

    /// <summary>A phone in Chinese by day.</summary>
    public static readonly Look Phone = new(390, 844, "zh-CN", Dark: false);

    /// <summary>Desk and phone, Chinese and English, light and dark: the names of eight looks, for a theory.</summary>
    public static TheoryData<string> All => [.. Eight.Select(look => look.ToString())];

    /// <summary>Whether it is a phone: touched, and narrow.</summary>
    public bool IsPhone => Width < 600;

    private static IEnumerable<Look> Eight =>
        from screen in (Look[])[Desk, Phone]
        from language in (string[])["zh-CN", "en-GB"]
        from dark in (bool[])[false, true]
        select screen with { Language = language, Dark = dark };

    /// <summary>The look of that name, such as <c>1440-zh-light</c>.</summary>
    public static Look Named(string name) => Eight.Single(look => look.ToString() == name);

    /// <inheritdoc/>
    public override string ToString() => $"{Width}-{Language[..2]}-{(Dark ? "dark" : "light")}";
}
