namespace CityLoom.City;

/// <summary>A sentence that the product says in both of its languages.</summary>
/// <param name="Zh">The Chinese words, shown first.</param>
/// <param name="En">The English words.</param>
public readonly record struct Bilingual(string Zh, string En)
{
    /// <summary>The words in one language.</summary>
    /// <param name="language">A language tag such as <c>zh-Hans</c> or <c>en-GB</c>; anything that is not English is Chinese.</param>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    /// <inheritdoc/>
    public override string ToString() => Zh;
}
