namespace CityLoom.Detection.Fusion;

/// <summary>The signals of a day's analysis by condition and place.</summary>
internal sealed class SignalBoard
{
    private readonly DateOnly _today;
    private readonly Neighbours _neighbours;
    private readonly FusionOptions _options;
    private readonly Dictionary<(string Condition, string Territory), List<StreamSignal>> _latest;
    private readonly Dictionary<(string Condition, string Territory), List<StreamSignal>> _alarms;

    public SignalBoard(IEnumerable<StreamSignal> signals, DateOnly today, Neighbours neighbours, FusionOptions options)
    {
        (_today, _neighbours, _options) = (today, neighbours, options);
        var known = signals.Where(signal => signal.Day <= today).ToList();
        _latest = Grouped(known.Where(signal => signal.Day > today.AddDays(-options.WithinDays)), Latest);
        var back = options.Rules.Select(rule => rule.WithinDays).DefaultIfEmpty(0).Max();
        _alarms = Grouped(known.Where(signal => signal.IsAlarm && signal.Day > today.AddDays(-back)), all => all);
        Cells = [.. _latest.Keys.Union(_alarms.Keys).Order()];
    }

    /// <summary>The conditions and places with anything to say, in a fixed order.</summary>
    public IReadOnlyList<(string Condition, string Territory)> Cells { get; }

    public List<StreamSignal> Own((string Condition, string Territory) cell) => _latest.GetValueOrDefault(cell, []);

    public List<StreamSignal> Around((string Condition, string Territory) cell) =>
        [.. _neighbours.Of(cell.Territory).SelectMany(near => Own((cell.Condition, near)))];

    public List<RuleMatch> Rules((string Condition, string Territory) cell) =>
        [.. _options.Rules.Select(rule => Match(rule, cell)).OfType<RuleMatch>()];

    private RuleMatch? Match(SourceRule rule, (string Condition, string Territory) cell)
    {
        if (rule.Conditions.Count > 0 && !rule.Conditions.Contains(cell.Condition))
        {
            return null;
        }
        var own = Alarms(rule, cell).ToList();
        var near = rule.WithNeighbours ? _neighbours.Of(cell.Territory).SelectMany(place => Alarms(rule, (cell.Condition, place))) : [];
        var bySource = own.Concat(near).GroupBy(alarm => alarm.Source).Select(source => source.MaxBy(alarm => (alarm.Territory == cell.Territory, alarm.Day))!).ToList();
        return own.Count > 0 && bySource.Count >= rule.AtLeast ? new(rule, bySource) : null;
    }

    private IEnumerable<StreamSignal> Alarms(SourceRule rule, (string Condition, string Territory) cell) =>
        _alarms.GetValueOrDefault(cell, []).Where(alarm => alarm.Day > _today.AddDays(-rule.WithinDays) && (rule.Sources.Count == 0 || rule.Sources.Contains(alarm.Source)));

    /// <summary>The latest signal of each source; of several detectors on one day the one that came last in the list.</summary>
    private static IEnumerable<StreamSignal> Latest(IEnumerable<StreamSignal> signals) =>
        signals.GroupBy(signal => signal.Source).OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => source.Aggregate((one, next) => next.Day >= one.Day ? next : one));

    private static Dictionary<(string, string), List<StreamSignal>> Grouped(
        IEnumerable<StreamSignal> signals, Func<IEnumerable<StreamSignal>, IEnumerable<StreamSignal>> choose) =>
        signals.GroupBy(signal => (signal.Condition, signal.Territory)).ToDictionary(group => group.Key, group => choose(group).ToList());
}
