namespace CityLoom.Reading.Grammar;

/// <summary>A set of signs, and the lean of the verb.</summary>
internal record struct SignSet(ulong Bits, float Lean)
{
    public readonly bool Has(Sign sign) => (Bits & (1UL << (int)sign)) != 0;

    public void Add(Sign sign, bool present = true) => Bits |= present ? 1UL << (int)sign : 0;
}
