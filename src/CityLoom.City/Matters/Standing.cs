namespace CityLoom.City.Matters;

/// <summary>
/// What a matter's row must say after an entry of the journal; the verifier compares the two. What people ask about stands in words, and
/// <paramref name="Row"/> is the fingerprint of all columns, so that none can be changed beside the journal.
/// </summary>
internal sealed record Standing(
    MatterState State, string Accountable, string? Handling, string? Offered, DateTimeOffset? DueAt, int Extensions, int Suspensions, int Version, string? Row)
{
    public static Standing Of(Matter matter) => new(
        matter.State, matter.Accountable, matter.Handling, matter.Offered, matter.DueAt, matter.Extensions, matter.Suspensions, matter.Version,
        MatterRow.Fingerprint(matter));
}
