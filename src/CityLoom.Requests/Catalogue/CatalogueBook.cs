using System.Text.Json;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Catalogue;

/// <summary>Keeps the versions of the duty catalogue and hands out the present one, read again within seconds of an import by whichever node.</summary>
public sealed class CatalogueBook(Database database, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private volatile Reading? _present;

    /// <summary>Each version with its duties, offers and questions.</summary>
    public static KeptSubject Kept { get; } = new(
        "catalogue",
        [
            new RowSet("duty_catalogues", "version", "version, at, account, note"),
            new RowSet("duties", "version", "line, category, territory, organization, direct, respond_within, handle_within, urgency, opening, closing"),
            new RowSet("offers", "version", "category, type, description, english_description, confidential"),
            new RowSet("questions", "version", "category, code, position, variable, required, shape, words, english, hint, choices"),
        ]);

    /// <summary>The present catalogue; empty when there is none.</summary>
    public DutyCatalogue Present =>
        _present is { } reading && time.GetElapsedTime(reading.CheckedAt) < Freshness ? reading.Catalogue : Reload();

    /// <summary>Reads the catalogue again if there is a newer one.</summary>
    public DutyCatalogue Reload()
    {
        var before = _present;
        var checkedAt = time.GetTimestamp();
        var version = database.Read(Newest);
        var catalogue = before?.Catalogue.Version == version ? before.Catalogue : database.Read(s => Load(s, version));
        _present = new Reading(catalogue, checkedAt);
        return catalogue;
    }

    /// <summary>The number of the newest version; 0 when there is none.</summary>
    public static int Newest(Session session) => session.Value<int?>("select max(version) from duty_catalogues") ?? 0;

    /// <summary>A version; empty when there is no such.</summary>
    public static DutyCatalogue Load(Session session, int version)
    {
        var questions = session.Rows<QuestionRow>("select * from questions where version = @version order by category, position", new { version });
        return new DutyCatalogue(
            version,
            session.Rows<Duty>("select line, category, territory, organization, direct, respond_within, handle_within, urgency, opening, closing from duties where version = @version order by line", new { version }),
            session.Rows<Offer>("select category, type, description, english_description, confidential from offers where version = @version order by category", new { version }),
            questions.ConvertAll(q => q.ToQuestion()));
    }

    /// <summary>Stores a new version whole and returns its number.</summary>
    internal static int Add(Writing writing, DutyCatalogue catalogue, DateTimeOffset at, Actor by, string? note)
    {
        var version = Newest(writing) + 1;
        writing.Execute("insert into duty_catalogues (version, at, account, note) values (@version, @at, @Account, @note)", new { version, at, by.Account, note });
        foreach (var d in catalogue.Duties)
        {
            writing.Execute(
                "insert into duties (version, line, category, territory, organization, direct, respond_within, handle_within, urgency, opening, closing) values "
                + "(@version, @Line, @Category, @Territory, @Organization, @Direct, @RespondWithin, @HandleWithin, @Urgency, @Opening, @Closing)",
                new { version, d.Line, d.Category, d.Territory, d.Organization, d.Direct, d.RespondWithin, d.HandleWithin, d.Urgency, d.Opening, d.Closing });
        }

        foreach (var o in catalogue.Offers)
        {
            writing.Execute(
                "insert into offers (version, category, type, description, english_description, confidential) values (@version, @Category, @type, @Description, @EnglishDescription, @Confidential)",
                new { version, o.Category, type = o.Type.ToString(), o.Description, o.EnglishDescription, o.Confidential });
        }

        foreach (var q in catalogue.Questions)
        {
            writing.Execute(
                "insert into questions (version, category, code, position, variable, required, shape, words, english, hint, choices) values "
                + "(@version, @Category, @Code, @Position, @Variable, @Required, @shape, @Words, @English, @Hint, @choices)",
                new
                {
                    version, q.Category, q.Code, q.Position, q.Variable, q.Required, shape = q.Shape.ToString(), q.Words, q.English, q.Hint,
                    choices = JsonSerializer.Serialize(q.Choices, JournalBook.Json),
                });
        }

        Kept.Append(writing, version, at, by, "imported", new
        {
            version, duties = catalogue.Duties.Count, offers = catalogue.Offers.Count, questions = catalogue.Questions.Count, note,
        });
        return version;
    }

    private sealed record Reading(DutyCatalogue Catalogue, long CheckedAt);

    private sealed record QuestionRow
    {
        public string Category { get; init; } = "";

        public string Code { get; init; } = "";

        public int Position { get; init; }

        public bool Variable { get; init; }

        public bool Required { get; init; }

        public AnswerShape Shape { get; init; }

        public string Words { get; init; } = "";

        public string English { get; init; } = "";

        public string Hint { get; init; } = "";

        public string Choices { get; init; } = "[]";

        public Question ToQuestion() => new()
        {
            Category = Category, Code = Code, Position = Position, Variable = Variable, Required = Required, Shape = Shape, Words = Words, English = English,
            Hint = Hint, Choices = JsonSerializer.Deserialize<List<Choice>>(Choices, JournalBook.Json)!,
        };
    }
}
