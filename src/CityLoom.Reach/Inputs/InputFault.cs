namespace CityLoom.Reach.Inputs;

/// <summary>Why an input was not taken: what is wrong, where, and how to mend it.</summary>
/// <param name="Code">Stable, dotted, lower-case name that programs may test for, such as <c>locate.too-many-units</c>.</param>
/// <param name="Words">For a person, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record InputFault(string Code, string Words, string English)
{
    /// <summary>Both languages on one line.</summary>
    public override string ToString() => $"{Words} / {English} [{Code}]";
}
