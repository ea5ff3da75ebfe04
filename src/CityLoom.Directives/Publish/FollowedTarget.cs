using CityLoom.City;
using CityLoom.Kernel.Storage;
using CityLoom.Reading;

namespace CityLoom.Directives.Publish;

/// <summary>The target with a figure that a measure sets, to be followed against observations.</summary>
internal static class FollowedTarget
{
    /// <summary>The first figure of a target that can be compared with an observation; null when it states none.</summary>
    public static Quantity? Quantity(ReviewedMeasure measure) => measure.Kind != MeasureKind.Target
        ? null
        : measure.Found().Quantities.FirstOrDefault(q => q.Comparator is not (Comparator.Range or Comparator.Rank) && q.Value.Number is not null);

    /// <summary>Makes the target; its code, or null when there is none to follow.</summary>
    public static string? Make(Writing writing, Directive directive, ReviewedMeasure measure, CityContext city) => null;
}
