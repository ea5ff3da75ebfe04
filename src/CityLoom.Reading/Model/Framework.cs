namespace CityLoom.Reading;

/// <summary>An enumeration with a common heading, such as 五张网 with its five nets.</summary>
/// <param name="Name">The heading; made from the members where the text gives none.</param>
/// <param name="Members">The members, copied from the clean text, in its order.</param>
public sealed record Framework(string Name, IReadOnlyList<string> Members);
