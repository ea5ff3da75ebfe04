using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Indicators;

/// <summary>Keeps indicators: what is measured.</summary>
public static class IndicatorBook
{
    private const string Columns =
        "id, code, name, english_name, unit, english_unit, direction, accumulation, aggregation, rhythm, category, decimals, description, source";

    /// <summary>Indicators in their rows; their observations are compared by themselves.</summary>
    public static KeptSubject Kept { get; } = new(Indicator.Subject, [new RowSet("indicators", "id", Columns)]);

    /// <summary>All indicators by code.</summary>
    public static List<Indicator> All(Session session) => session.Rows<Row>($"select {Columns} from indicators order by code").ConvertAll(r => r.Read());

    /// <summary>The indicator with this code, or null.</summary>
    public static Indicator? Find(Session session, string code) => session.Row<Row>($"select {Columns} from indicators where code = @code", new { code })?.Read();

    /// <summary>The first indicator that is called so, or null.</summary>
    public static Indicator? FindByName(Session session, string name) =>
        session.Rows<Row>($"select {Columns} from indicators where name = @name order by id limit 1", new { name }).FirstOrDefault()?.Read();

    /// <summary>Stores an indicator under its code, new or amended; leaves no trace when it says nothing new.</summary>
    public static Indicator Put(Writing writing, Indicator indicator, DateTimeOffset at, Actor by)
    {
        var before = Find(writing, indicator.Code);
        if (before is not null && before == indicator with { Id = before.Id })
        {
            return before;
        }

        var id = writing.Insert(
            "insert into indicators (code, name, english_name, unit, english_unit, direction, accumulation, aggregation, rhythm, category, decimals, description, source) "
            + "values (@Code, @Name, @EnglishName, @Unit, @EnglishUnit, @direction, @accumulation, @aggregation, @rhythm, @Category, @Decimals, @Description, @Source) "
            + "on conflict (code) do update set name = excluded.name, english_name = excluded.english_name, unit = excluded.unit, english_unit = excluded.english_unit, "
            + "direction = excluded.direction, accumulation = excluded.accumulation, aggregation = excluded.aggregation, rhythm = excluded.rhythm, "
            + "category = excluded.category, decimals = excluded.decimals, description = excluded.description, source = excluded.source",
            new
            {
                indicator.Code, indicator.Name, indicator.EnglishName, indicator.Unit, indicator.EnglishUnit, direction = indicator.Direction.ToString(),
                accumulation = indicator.Accumulation.ToString(), aggregation = indicator.Aggregation.ToString(), rhythm = indicator.Rhythm.ToString(),
                indicator.Category, indicator.Decimals, indicator.Description, indicator.Source,
            });
        var stored = indicator with { Id = id };
        Kept.Append(writing, id, at, by, before is null ? "made" : "amended", stored);
        return stored;
    }

    /// <summary>Locks an indicator, so that values for it are entered one after the other.</summary>
    internal static void Take(Writing writing, long id) =>
        writing.Value<long>($"select id from indicators where id = @id{writing.ForUpdate}", new { id });

    private sealed record Row
    {
        public long Id { get; init; }

        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string EnglishName { get; init; } = "";

        public string Unit { get; init; } = "";

        public string EnglishUnit { get; init; } = "";

        public Direction Direction { get; init; }

        public Accumulation Accumulation { get; init; }

        public Aggregation Aggregation { get; init; }

        public Rhythm Rhythm { get; init; }

        public string? Category { get; init; }

        public int Decimals { get; init; }

        public string Description { get; init; } = "";

        public string Source { get; init; } = "";

        public Indicator Read() => new()
        {
            Id = Id, Code = Code, Name = Name, EnglishName = EnglishName, Unit = Unit, EnglishUnit = EnglishUnit, Direction = Direction,
            Accumulation = Accumulation, Aggregation = Aggregation, Rhythm = Rhythm, Category = Category, Decimals = Decimals,
            Description = Description, Source = Source,
        };
    }
}
