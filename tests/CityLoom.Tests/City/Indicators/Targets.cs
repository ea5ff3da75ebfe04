using CityLoom.City.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.City.Indicators;

/// <summary>Sound targets of every kind, for properties.</summary>
internal static class Targets
{
    private static Gen<TargetPath> Path { get; } = Gen.OneOf(
        Gen.Constant(TargetPath.Even),
        Gen.Choose(1, 9).ArrayOf(12).Select(w => TargetPath.ByMonth([.. w.Select(x => (decimal)x)])),
        Gen.Choose(1, 9).ArrayOf(4).Select(w => TargetPath.ByQuarter([.. w.Select(x => (decimal)x)])));

    public static Gen<Target> Any { get; } =
        from start in Gen.Choose(0, 400)
        from length in Gen.Choose(5, 900)
        from accumulation in Gen.Elements(Accumulation.Flow, Accumulation.Level)
        from direction in Gen.Elements(Direction.HigherIsBetter, Direction.LowerIsBetter)
        from baseline in Gen.Choose(0, 100)
        from value in Gen.Choose(0, 1000)
        from path in Path
        let first = new DateOnly(2025, 1, 1).AddDays(start)
        let waypoint = new Waypoint(first.AddDays(length / 2), baseline + (Value(accumulation, baseline, value) - baseline) / 4)
        from chosen in Gen.Elements(path, TargetPath.Through(waypoint))
        select new Target
        {
            Accumulation = accumulation,
            Direction = direction,
            Baseline = baseline,
            Value = Value(accumulation, baseline, value),
            Start = first,
            Due = first.AddDays(length),
            Path = chosen,
        };

    private static decimal Value(Accumulation accumulation, int baseline, int value) => accumulation == Accumulation.Flow ? baseline + value : value;
}
