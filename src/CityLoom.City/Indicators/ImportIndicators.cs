using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Indicators;

/// <summary>What is brought in together; a part that is null stays as it is.</summary>
/// <param name="Indicators">Indicators, new or amended; others stay.</param>
/// <param name="Targets">Targets, new or amended; others stay.</param>
/// <param name="Observations">Values; corrections become revisions.</param>
public sealed record IndicatorFiles(
    IReadOnlyList<Indicator>? Indicators, IReadOnlyList<StoredTarget>? Targets, IReadOnlyList<NewObservation>? Observations);

/// <summary>What an import changed.</summary>
/// <param name="Indicators">Indicators made or amended.</param>
/// <param name="Targets">Targets set or amended.</param>
/// <param name="Observations">What became of the values.</param>
public sealed record IndicatorImportCounts(int Indicators, int Targets, ObservationCounts Observations);

/// <summary>Takes in indicators, targets and observations that have been checked, in one transaction; brought again they change nothing.</summary>
public static class ImportIndicators
{
    /// <summary>Stores them and says what changed.</summary>
    public static IndicatorImportCounts Run(Writing writing, IndicatorFiles files, DateTimeOffset at, Actor by)
    {
        var before = IndicatorBook.All(writing).ToDictionary(i => i.Id);
        var indicators = (files.Indicators ?? []).Count(i => IndicatorBook.Put(writing, i, at, by) is var stored && stored != before.GetValueOrDefault(stored.Id));
        var targets = (files.Targets ?? []).Count(t => TargetBook.Put(writing, t, at, by));
        return new IndicatorImportCounts(indicators, targets, ObservationBook.Record(writing, files.Observations ?? [], at, by));
    }
}
