using CityLoom.Reach.Roads;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Oracles.Roads;

internal static class Properties
{
    /// <summary>Checks a statement on many random networks, each with a source of further chance.</summary>
    public static void Check(this Arbitrary<TravelTimes> networks, Action<TravelTimes, Random> holds) =>
        Prop.ForAll(networks, Gen.Choose(0, int.MaxValue).ToArbitrary(), (times, seed) => holds(times, new Random(seed))).QuickCheckThrowOnFailure();

    public static T ElementAtOrDefault<T>(this T[] items, int index, T none) => index < items.Length ? items[index] : none;
}
