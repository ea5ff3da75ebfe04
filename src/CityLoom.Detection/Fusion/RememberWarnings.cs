namespace CityLoom.Detection.Fusion;

/// <summary>
/// Memory, so that one outbreak is one warning that grows and not forty: a raised finding joins the open warning of its condition that holds
/// its place or one next to it, and findings side by side are of one warning. A pure function of the state before and the day.
/// </summary>
public static class RememberWarnings
{
    /// <summary>Takes a day's findings into the warnings that stand.</summary>
    /// <param name="open">The warnings that stood before.</param>
    /// <param name="findings">The day's findings; those without a level are left out.</param>
    /// <param name="today">The day; the same day may come again and changes nothing.</param>
    /// <param name="neighbours">Which territories touch.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentException">A warning was last seen after today, or a setting is out of range.</exception>
    public static WarningStep Run(
        IReadOnlyList<Warning> open, IEnumerable<Finding> findings, DateOnly today, Neighbours neighbours, MemoryOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.QuietDays);
        if (open.FirstOrDefault(warning => warning.LastSeen > today) is { } later)
        {
            throw new ArgumentException($"Warning {later.Id} was last seen on {later.LastSeen:yyyy-MM-dd}, after {today:yyyy-MM-dd}; days are taken in order.", nameof(today));
        }
        var quiet = open.Where(warning => today.DayNumber - warning.LastSeen.DayNumber > options.QuietDays).ToList();
        var standing = open.Except(quiet).ToList();
        var raised = findings.Where(finding => finding.Level is not null).ToList();
        var changes = quiet.ConvertAll(warning => new WarningChange(ChangeKind.Ended, warning));
        var after = new List<Warning>();
        foreach (var outbreak in new Outbreaks(standing, raised, neighbours).Parts())
        {
            after.Add(GrowWarning.Run(outbreak, today, changes));
        }
        return new([.. after.OrderBy(warning => warning.Opened).ThenBy(warning => warning.Id, StringComparer.Ordinal)], changes);
    }
}
