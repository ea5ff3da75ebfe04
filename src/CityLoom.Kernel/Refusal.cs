namespace CityLoom.Kernel;

/// <summary>A business "no": what was refused, why, and how to mend it. Never an exception.</summary>
/// <param name="Code">Stable, dotted, lower-case name that programs may test for, such as <c>matter.not-yours</c>.</param>
/// <param name="Words">One or two sentences for a person, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Status">The HTTP status that fits: 400 malformed, 403 not allowed, 404 not found, 409 conflict, 422 not possible now.</param>
public sealed record Refusal(string Code, string Words, string English, int Status = 422)
{
    /// <summary>The words in the language asked for; Chinese unless <paramref name="language"/> begins with "en".</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Words;
}
