using System.Globalization;

namespace CityLoom.City.Trees;

/// <summary>What is wrong (or worth knowing) in an imported file, where it is, and how to mend it.</summary>
/// <param name="Source">Name of the file.</param>
/// <param name="Line">Line in it, counted from 1; null when the whole file is meant.</param>
/// <param name="Code">Stable dotted name, such as <c>territory.duplicate-code</c>.</param>
/// <param name="Words">For a person, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record ImportFault(string Source, int? Line, string Code, string Words, string English)
{
    /// <summary>The place, as a compiler would print it: <c>divisions.csv:12: </c>.</summary>
    public string At => string.Create(CultureInfo.InvariantCulture, $"{Source}{(Line is null ? "" : $":{Line}")}: ");

    /// <inheritdoc/>
    public override string ToString() => At + Words + " " + English;
}
