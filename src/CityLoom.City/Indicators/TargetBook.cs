using System.Globalization;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Indicators;

/// <summary>Keeps targets: what should be reached by when, and what set it.</summary>
public static class TargetBook
{
    /// <summary>The name under which targets stand in the journal.</summary>
    public const string Subject = "target";

    private const string Select =
        "select t.id, t.code, i.code as indicator, t.territory, t.comparator, t.value, t.start_date, t.due_date, t.baseline, t.path, t.points, "
        + "t.source, t.source_id, t.reference from targets t join indicators i on i.id = t.indicator_id";

    /// <summary>Targets in their rows.</summary>
    public static KeptSubject Kept { get; } = new(
        Subject,
        [new RowSet("targets", "id", "code, indicator_id, territory, comparator, value, start_date, due_date, baseline, path, points, source, source_id, reference")]);

    /// <summary>All targets by code.</summary>
    public static List<StoredTarget> All(Session session) => session.Rows<Row>($"{Select} order by t.code").ConvertAll(r => r.Read());

    /// <summary>The target with this code, or null.</summary>
    public static StoredTarget? Find(Session session, string code) => session.Row<Row>($"{Select} where t.code = @code", new { code })?.Read();

    /// <summary>The targets that something set, such as one directive.</summary>
    public static List<StoredTarget> Of(Session session, string source, long id) =>
        session.Rows<Row>($"{Select} where t.source = @source and t.source_id = @id order by t.code", new { source, id }).ConvertAll(r => r.Read());

    /// <summary>Stores a target under its code, new or amended; leaves no trace when it says nothing new. Its indicator exists.</summary>
    /// <returns>True when anything changed.</returns>
    public static bool Put(Writing writing, StoredTarget target, DateTimeOffset at, Actor by)
    {
        var before = Find(writing, target.Code);
        target = target with { Id = before?.Id ?? 0, Source = target.Source ?? before?.Source, SourceId = target.SourceId ?? before?.SourceId };
        if (before == target)
        {
            return false;
        }

        var id = writing.Insert(
            "insert into targets (code, indicator_id, territory, comparator, value, start_date, due_date, baseline, path, points, source, source_id, reference) values "
            + "(@Code, (select id from indicators where code = @Indicator), @Territory, @Comparator, @value, @Start, @Due, @baseline, @Kind, @Points, @Source, @SourceId, @Reference) "
            + "on conflict (code) do update set indicator_id = excluded.indicator_id, territory = excluded.territory, comparator = excluded.comparator, "
            + "value = excluded.value, start_date = excluded.start_date, due_date = excluded.due_date, baseline = excluded.baseline, path = excluded.path, "
            + "points = excluded.points, source = excluded.source, source_id = excluded.source_id, reference = excluded.reference",
            new
            {
                target.Code, target.Indicator, target.Territory, target.Comparator, value = Text(target.Value), target.Start, target.Due,
                baseline = Text(target.Baseline), target.Path.Kind, target.Path.Points, target.Source, target.SourceId, target.Reference,
            });
        Kept.Append(writing, id, at, by, before is null ? "set" : "amended", target with { Id = id });
        return true;
    }

    /// <summary>Notes what set the targets that a file knew only by a reference.</summary>
    public static void Trace(Writing writing, string reference, string source, long id, DateTimeOffset at)
    {
        foreach (var target in All(writing).Where(t => t.Source is null && t.Reference == reference))
        {
            Put(writing, target with { Source = source, SourceId = id }, at, Actor.System);
        }
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public long Id { get; init; }

        public string Code { get; init; } = "";

        public string Indicator { get; init; } = "";

        public string Territory { get; init; } = "";

        public string Comparator { get; init; } = "";

        public string Value { get; init; } = "";

        public DateOnly StartDate { get; init; }

        public DateOnly DueDate { get; init; }

        public string Baseline { get; init; } = "";

        public string Path { get; init; } = "";

        public string Points { get; init; } = "";

        public string? Source { get; init; }

        public long? SourceId { get; init; }

        public string Reference { get; init; } = "";

        public StoredTarget Read() => new()
        {
            Id = Id, Code = Code, Indicator = Indicator, Territory = Territory,
            Direction = Comparator == "<=" ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            Value = decimal.Parse(Value, CultureInfo.InvariantCulture), Start = StartDate, Due = DueDate,
            Baseline = decimal.Parse(Baseline, CultureInfo.InvariantCulture), Path = new PathText(Path, Points),
            Source = Source, SourceId = SourceId, Reference = Reference,
        };
    }
}
