using System.Globalization;
using CityLoom.City;
using CityLoom.City.Export;
using CityLoom.City.Trees;
using CityLoom.Emergency.Stations;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>
/// The tasks of a plan as a table that planners keep in a spreadsheet: out as XLSX or CSV, in again as the tasks of the next version. Levels,
/// posts and the head of the plan stay as they are; a whole plan is exchanged as JSON.
/// </summary>
public static class PlanTaskSheet
{
    private const int MostRows = 2_000;

    private static readonly string[] Columns = ["code", "step", "from", "to", "organization", "duty", "title", "english_title", "words", "sign_minutes", "finish_minutes"];

    private static readonly Refusal Unreadable = new(
        "plan.sheet", $"文件不是可以读取的 CSV 或 XLSX；前 {XlsxRows.HeadWithin} 行中须有列名 code、title。", $"This is no CSV or XLSX that can be read; one of its first {XlsxRows.HeadWithin} rows names the columns code and title.", 400);

    /// <summary>The tasks as a sheet.</summary>
    public static Sheet Of(Plan plan) => new()
    {
        Title = plan.Name, Note = "按列名读取；导回即成为预案的下一版本。 Columns are read by name; importing it makes the next version of the plan.",
        Columns = [.. Columns.Select(c => new SheetColumn(c, c is "title" or "english_title" or "words" ? 36 : 14))],
        Rows = [.. plan.Tasks.Select(IReadOnlyList<object?> (t) =>
            [t.Code, t.Step, $"{t.From}", $"{t.To}", t.Organization, t.Duty, t.Title, t.EnglishTitle, t.Words, t.SignMinutes, t.FinishMinutes])],
    };

    /// <summary>Puts the tasks of a file in the place of those of the plan in force, or says everything that is wrong with it.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="code">Code of the plan.</param>
    /// <param name="source">Name of the file, for its faults.</param>
    /// <param name="file">Its content, XLSX or CSV in UTF-8.</param>
    /// <param name="by">Who.</param>
    /// <param name="city">The city.</param>
    public static Outcome<(PlanHead Plan, bool Changed)> Import(Writing writing, string code, string source, byte[] file, SignedIn by, CityContext city)
    {
        if (PlanBook.Find(writing, code) is not { } head || PlanBook.Read(writing, head.Id, head.Version) is not { } plan)
        {
            return PlanRefusals.Unknown;
        }

        return Text(file).Then(csv => Read(source, csv)).Then(tasks => ImportPlan.Run(writing, PlanCheck.Write(plan with { Tasks = tasks }), by, city));
    }

    /// <summary>The file as CSV from the row on that names the columns.</summary>
    private static Outcome<string> Text(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', ..])
        {
            return System.Text.Encoding.UTF8.GetString(file);
        }

        using var workbook = new MemoryStream(file);
        return XlsxRows.ToCsv(workbook, MostRows, "code", "title").Table is { } table ? table : Unreadable;
    }

    private static Outcome<IReadOnlyList<PlanTask>> Read(string source, string csv)
    {
        var faults = new List<ImportFault>();
        var table = CsvTable.Read(source, new StringReader(csv), "code", "title");
        faults.AddRange(table.Faults);
        var tasks = table.Rows.Select(row => Task(new RegisterLine(source, row.Line, column => row[column].TrimStart('\''), faults))).ToList();
        return new Import<IReadOnlyList<PlanTask>>(faults.Count == 0 ? tasks : null, faults, []).AsOutcome();
    }

    private static PlanTask Task(RegisterLine row) => new()
    {
        Code = row.Needed("code"), Step = row.Whole("step", 1, 99, 1), From = Level(row, "from", ResponseLevel.IV), To = Level(row, "to", ResponseLevel.I),
        Organization = Optional(row.Text("organization")), Duty = Optional(row.Text("duty")), Title = row.Needed("title"), EnglishTitle = row.Text("english_title"),
        Words = row.Words("words", 5_000), SignMinutes = row.Whole("sign_minutes", 1, 43_200, 15), FinishMinutes = row.Whole("finish_minutes", 1, 43_200, 120),
    };

    private static string? Optional(string text) => text.Length == 0 ? null : text;

    private static ResponseLevel Level(RegisterLine row, string column, ResponseLevel otherwise)
    {
        var text = row.Text(column);
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (!int.TryParse(text, CultureInfo.InvariantCulture, out _) && Enum.TryParse<ResponseLevel>(text, ignoreCase: true, out var level))
        {
            return level;
        }

        row.Bad(column, "level", $"{column} “{text}”应为 I、II、III 或 IV。", $"{column} \"{text}\" must be I, II, III or IV.");
        return otherwise;
    }
}
