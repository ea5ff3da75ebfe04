namespace CityLoom.City.Indicators;

/// <summary>A path through explicit waypoints.</summary>
internal sealed record WaypointPath(IReadOnlyList<Waypoint> Waypoints) : TargetPath
{
    public override Bilingual Words => new("按约定节点", "through agreed waypoints");

    internal override decimal ExpectedAt(Target target, DateOnly day)
    {
        if (day < target.Start)
            return target.Baseline;
        if (day >= target.Due)
            return target.Value;
        var from = new Waypoint(target.Start.AddDays(-1), target.Baseline);
        foreach (var to in Waypoints.Append(new(target.Due, target.Value)))
        {
            if (day <= to.At)
                return Between(from, to, day);
            from = to;
        }
        return target.Value;
    }

    internal override Bilingual? FaultFor(Target target)
    {
        var last = new Waypoint(target.Start.AddDays(-1), target.Baseline);
        var rising = target.Value >= target.Baseline;
        foreach (var next in Waypoints.Append(new(target.Due, target.Value)))
        {
            if (next.At <= last.At)
                return new($"节点 {next.At:O} 不在起止日期之间，或与另一节点重复", $"the waypoint at {next.At:O} is outside the path or given twice");
            if (rising ? next.Value < last.Value : next.Value > last.Value)
                return new($"{next.At:O} 的节点走了回头路", $"the path turns back at {next.At:O}");
            last = next;
        }
        return null;
    }

    private static decimal Between(Waypoint from, Waypoint to, DateOnly day)
    {
        var (a, b) = (MonthClock.EndOf(from.At), MonthClock.EndOf(to.At));
        return from.Value + (to.Value - from.Value) * (MonthClock.EndOf(day) - a) / (b - a);
    }
}
