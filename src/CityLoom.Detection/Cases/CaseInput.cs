using CityLoom.Detection.Series;
using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Cases;

/// <summary>A case with its series, ready to run.</summary>
internal sealed class CaseInput
{
    public CaseInput(ReferenceCase given, SeriesTable table)
    {
        (Case, Table) = (given, table);
        Series = table.ToSeries(given.Column, given.First);
        Settings = new DetectorSettings(given.Method, given.Control) { RCompatible = true };
    }

    public ReferenceCase Case { get; }

    public SeriesTable Table { get; }

    public CountSeries Series { get; }

    public DetectorSettings Settings { get; }

    /// <summary>The judged positions, from 0: the given range or what the method takes without.</summary>
    /// <exception cref="SettingsException">The range is not within the series, or the series is too short to be judged.</exception>
    public (int First, int Count) Range(int earliest) => Settings.Numbers("range") switch
    {
        null when earliest < Series.Length => (earliest, Series.Length - earliest),
        null => throw new SettingsException($"{Table.Name}: {Series.Length} points are too few to judge one"),
        [var from, var to] when from >= 1 && from <= to && to <= Series.Length => ((int)from - 1, (int)(to - from) + 1),
        _ => throw new SettingsException($"range is the first and the last point to judge, within 1 to {Series.Length}"),
    };

    /// <summary>Runs a detector over the range.</summary>
    public Finding[] Watch(IDetector detector)
    {
        var (first, count) = Range(detector.Earliest(Series));
        var findings = new Finding[count];
        detector.Watch(Series, first, findings);
        return findings;
    }

    /// <summary>A line of the results, begun with what all of them begin with.</summary>
    public CaseRow Row(int index) => new CaseRow().Text(Case.Id).Number(index + 1).Number(Series.Counts[index]);
}
