using System.Globalization;
using CityLoom.City.Export;
using CityLoom.City.Trees;

namespace CityLoom.Requests.Catalogue;

/// <summary>
/// What is asked about categories, as CSV: <c>category,code,shape,question,english</c> and, if wanted,
/// <c>required,variable,hint,choices</c>; choices are <c>key=name</c> parted by semicolons. Questions stand in the order of the file.
/// </summary>
public static class QuestionFile
{
    /// <summary>All questions, or every fault with its line.</summary>
    public static Import<IReadOnlyList<Question>> Read(string source, TextReader text, CityTrees trees)
    {
        var table = CsvTable.Read(source, text, "category", "code", "shape", "question", "english");
        var faults = table.Faults.ToList();
        foreach (var row in table.Rows)
        {
            faults.AddRange(FaultsIn(source, row, trees));
        }

        faults.AddRange(table.Rows.GroupBy(r => (r["category"], r["code"])).SelectMany(g => g.Skip(1)).Select(r => new ImportFault(
            source, r.Line, "catalogue.twice", $"问题 {r["code"]} 重复。", $"The question {r["code"]} is there twice.")));
        return faults.Count > 0
            ? new Import<IReadOnlyList<Question>>(null, faults, [])
            : new Import<IReadOnlyList<Question>>([.. table.Rows.Select((r, i) => Of(r, i + 1))], [], []);
    }

    /// <summary>The questions as the same CSV.</summary>
    public static string Write(IEnumerable<Question> questions) => string.Join("\n", questions
        .Select(q => string.Join(',', new[]
        {
            q.Category, q.Code, q.Shape.ToString().ToLowerInvariant(), q.Words, q.English, Flag(q.Required), Flag(q.Variable), q.Hint,
            string.Join(';', q.Choices.Select(c => $"{c.Key}={c.Name}")),
        }.Select(CsvField.Plain)))
        .Prepend("category,code,shape,question,english,required,variable,hint,choices")) + "\n";

    private static string Flag(bool value) => value ? "1" : "0";

    private static Question Of(CsvRow row, int position) => new()
    {
        Category = row["category"], Code = row["code"], Position = position, Shape = ShapeOf(row) ?? AnswerShape.String, Words = row["question"], English = row["english"],
        Required = row["required"] is "1" or "true" or "yes" or "是", Variable = row["variable"] is not ("0" or "false" or "no" or "否"), Hint = row["hint"],
        Choices = [.. row.List("choices").Select(ChoiceOf)],
    };

    private static Choice ChoiceOf(string text) => text.Split('=', 2) is [var key, var name] ? new Choice(key.Trim(), name.Trim()) : new Choice(text, text);

    private static AnswerShape? ShapeOf(CsvRow row) =>
        row["shape"].Length > 0 && char.IsAsciiLetter(row["shape"][0]) && Enum.TryParse<AnswerShape>(row["shape"], ignoreCase: true, out var shape) ? shape : null;

    private static IEnumerable<ImportFault> FaultsIn(string source, CsvRow row, CityTrees trees)
    {
        if (trees.Categories.Find(row["category"]) is null)
        {
            yield return new(source, row.Line, "catalogue.category", $"没有类别 {row["category"]}。", $"There is no category {row["category"]}.");
        }

        if (row["code"].Length is 0 or > 100 || row["code"].AsSpan().IndexOfAny("[]") >= 0)
        {
            yield return new(source, row.Line, "catalogue.code", "code 须为 1–100 个字符，不含方括号。", "code has 1 to 100 characters and no square brackets.");
        }

        if (ShapeOf(row) is not { } shape)
        {
            var shapes = string.Join(", ", Enum.GetNames<AnswerShape>().Select(n => n.ToLower(CultureInfo.InvariantCulture)));
            yield return new(source, row.Line, "catalogue.shape", $"shape 须为 {shapes} 之一。", $"shape is one of {shapes}.");
        }
        else if (shape is AnswerShape.Singlevaluelist or AnswerShape.Multivaluelist && row.List("choices").Length == 0)
        {
            yield return new(source, row.Line, "catalogue.choices", "请列出可选值。", "List what may be chosen.");
        }
    }
}
