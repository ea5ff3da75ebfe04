using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>How many matters of one group stand where.</summary>
public sealed record MatterCount
{
    /// <summary>What they were grouped by.</summary>
    public string Key { get; init; } = "";

    /// <summary>Still open.</summary>
    public int Open { get; init; }

    /// <summary>Closed as done.</summary>
    public int Done { get; init; }

    /// <summary>Open and past due.</summary>
    public int Overdue { get; init; }

    /// <summary>Open, not past due, and behind.</summary>
    public int Behind { get; init; }

    /// <summary>Open and near due.</summary>
    public int Near { get; init; }

    /// <summary>Open and due within the next seven days.</summary>
    public int DueSoon { get; init; }

    /// <summary>Closed as done by the due date, where there was one.</summary>
    public int OnTime { get; init; }

    /// <summary>Closed as done with a due date.</summary>
    public int DoneWithDue { get; init; }

    /// <summary>Open and done together.</summary>
    public int All => Open + Done;

    /// <summary>Share of the open ones that are past due, 0…1; null when none is open.</summary>
    public double? OverdueShare => Open == 0 ? null : (double)Overdue / Open;

    /// <summary>Share of those closed that were done by their due date, 0…1; null when none had one.</summary>
    public double? OnTimeShare => DoneWithDue == 0 ? null : (double)OnTime / DoneWithDue;
}

/// <summary>Counts matters in groups, each with one query.</summary>
public static class MatterCounts
{
    private static readonly string Sums =
        $"""
        sum(open) as open,
        sum(case when state in ('Closed', 'Evaluated') then 1 else 0 end) as done,
        sum(case when {MatterSearch.Condition(Light.Overdue)} then 1 else 0 end) as overdue,
        sum(case when {MatterSearch.Condition(Light.Behind)} then 1 else 0 end) as behind,
        sum(case when {MatterSearch.Condition(Light.Near)} then 1 else 0 end) as near,
        sum(case when open = 1 and due_at > @now and due_at <= @soon then 1 else 0 end) as due_soon,
        sum(case when state in ('Closed', 'Evaluated') and coalesce(resolved_at, ended_at) < due_at then 1 else 0 end) as on_time,
        sum(case when state in ('Closed', 'Evaluated') and due_at is not null then 1 else 0 end) as done_with_due
        """;

    /// <summary>By what raised them, such as all directives.</summary>
    public static Dictionary<long, MatterCount> BySource(Session session, string source, DateTimeOffset now) =>
        session.Rows<MatterCount>(
                $"select cast(source_id as text) as key, {Sums} from matters where source = @source and parent is null group by source_id", new { source, now, soon = now.AddDays(7) })
            .ToDictionary(c => long.Parse(c.Key, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Parts by the matter of which they are parts.</summary>
    public static Dictionary<long, MatterCount> ByParent(Session session, IReadOnlyCollection<long> parents, DateTimeOffset now) => parents.Count == 0
        ? []
        : session.Rows<MatterCount>(
                $"select cast(parent as text) as key, {Sums} from matters where {session.Among("parent", "parents")} group by parent", new { parents = parents.ToArray(), now, soon = now.AddDays(7) })
            .ToDictionary(c => long.Parse(c.Key, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Open matters, and those ended since an instant, by a prefix of their place of so many characters.</summary>
    public static Dictionary<string, MatterCount> ByPlace(Session session, int length, DateTimeOffset since, DateTimeOffset now) =>
        Grouped(session, $"substr(place, 1, {length})", since, now);

    /// <summary>The same by kind.</summary>
    public static Dictionary<string, MatterCount> ByKind(Session session, DateTimeOffset since, DateTimeOffset now) => Grouped(session, "kind", since, now);

    /// <summary>The same by the organization that has to act or has acted.</summary>
    public static Dictionary<string, MatterCount> ByAccountable(Session session, DateTimeOffset since, DateTimeOffset now) =>
        Grouped(session, "accountable", since, now);

    /// <summary>Open matters whose due date waits for the calendar's next notice.</summary>
    public static int Provisional(Session session) => session.Value<int>($"select count(*) from matters m where provisional = 1 and open = 1 and {MatterKinds.CountedCondition}");

    /// <summary>Open matters for which an organization of each group answers or has to act, by the group's name. Drills are left out.</summary>
    public static Dictionary<string, int> OpenWithin(Session session, IReadOnlyList<IReadOnlyCollection<string>> groups, IReadOnlyList<string> names)
    {
        var parties = session.Rows<Parties>($"select holder, accountable, count(*) as n from matters m where open = 1 and {MatterKinds.CountedCondition} group by holder, accountable");
        return names.Select((name, i) => (name, Count: parties.Where(p => groups[i].Contains(p.Holder) || groups[i].Contains(p.Accountable)).Sum(p => p.N)))
            .ToDictionary(g => g.name, g => g.Count);
    }

    /// <summary>All open matters, and those ended since an instant.</summary>
    public static MatterCount Total(Session session, DateTimeOffset since, DateTimeOffset now) =>
        Grouped(session, "''", since, now).GetValueOrDefault("") ?? new MatterCount();

    /// <summary>Two index ranges, open ones and recently ended ones, so that old ones are never read.</summary>
    private static Dictionary<string, MatterCount> Grouped(Session session, string key, DateTimeOffset since, DateTimeOffset now) =>
        session.Rows<MatterCount>(
                $"select key, {Sums} from (select {key} as key, m.* from matters m where open = 1 and {MatterKinds.CountedCondition} union all "
                + $"select {key} as key, m.* from matters m where open = 0 and ended_at >= @since and {MatterKinds.CountedCondition}) g group by key",
                new { since, now, soon = now.AddDays(7) })
            .ToDictionary(c => c.Key);

    private sealed record Parties
    {
        public string Holder { get; init; } = "";

        public string Accountable { get; init; } = "";

        public int N { get; init; }
    }
}
