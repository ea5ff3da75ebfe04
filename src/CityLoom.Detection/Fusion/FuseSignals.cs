namespace CityLoom.Detection.Fusion;

/// <summary>
/// Puts together the streams of each condition and place, and of its neighbours, into findings: combined p-values, their false discovery
/// rate over all places and conditions, plain rules, a level, and what each stream did to it.
/// </summary>
public static class FuseSignals
{
    /// <summary>Fuses the signals up to a day.</summary>
    /// <param name="signals">Signals of any days; later ones than today and older ones than the settings look back are left out.</param>
    /// <param name="today">The day of the analysis.</param>
    /// <param name="neighbours">Which territories touch.</param>
    /// <param name="options">Settings.</param>
    /// <returns>One finding for each condition and place with a signal, the most remarkable first; those not raised have no level.</returns>
    /// <exception cref="ArgumentException">A p-value or weight out of range.</exception>
    public static IReadOnlyList<Finding> Run(IEnumerable<StreamSignal> signals, DateOnly today, Neighbours neighbours, FusionOptions options)
    {
        var board = new SignalBoard(signals, today, neighbours, options);
        var cells = board.Cells.Select(cell => Evidence.Of(board.Own(cell), board.Around(cell), options)).ToList();
        var pValues = cells.ConvertAll(cell => cell.PValue);
        var rates = options.ForAnyDependence ? FalseDiscovery.BenjaminiYekutieli(pValues, options.QuietCells) : FalseDiscovery.BenjaminiHochberg(pValues, options.QuietCells);
        return [.. board.Cells
            .Select((cell, i) => Describe(cell, today, cells[i], rates[i], board.Rules(cell), options))
            .OrderBy(finding => finding.Level ?? WarningLevel.Blue + 1)
            .ThenBy(finding => finding.Rate)
            .ThenBy(finding => finding.PValue)];
    }

    private static Finding Describe(
        (string Condition, string Territory) cell, DateOnly today, Evidence evidence, double rate, IReadOnlyList<RuleMatch> rules, FusionOptions options)
    {
        var byRate = options.Rates.Where(level => rate <= level.Value).Select(level => (WarningLevel?)level.Key).Min();
        var byRule = rules.Select(match => (WarningLevel?)match.Rule.Level).Min();
        return new(cell.Condition, cell.Territory, today, evidence.PValue, rate)
        {
            Level = byRate is null || byRule < byRate ? byRule : byRate,
            Distance = Math.Log10(Math.Max(rate, double.Epsilon) / options.Rates.Values.DefaultIfEmpty(0.05).Max()),
            Contributions = evidence.Explain(),
            Rules = rules,
        };
    }
}
