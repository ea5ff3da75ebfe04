namespace CityLoom.Reach.Inputs;

/// <summary>A sentence for a person in both languages, such as the reason of a choice.</summary>
/// <param name="Words">In Chinese.</param>
/// <param name="English">In English.</param>
public sealed record Said(string Words, string English)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Words} / {English}";
}
