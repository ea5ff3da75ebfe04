using CityLoom.Reading;

namespace CityLoom.Verbs;

/// <summary>Prints a reading as a ledger that a person can read.</summary>
internal static class LedgerPrint
{
    private static readonly string[] Headings = ["类别 kind", "原文 words", "责任单位 owner", "时限 due", "数量 quantity"];

    public static void Print(Terminal terminal, string name, DirectiveReading reading)
    {
        terminal.Line($"{name}  {reading.Document.Title}");
        var ledger = reading.Measures.Where(IsCommitment).ToArray();
        terminal.Table(Headings, [.. ledger.Select(Row)]);
        var principles = reading.Measures.Count(measure => measure.Kind == MeasureKind.Principle);
        var past = reading.Measures.Count(measure => measure.Kind == MeasureKind.ReportOfPast);
        terminal.Line($"举措与目标 measures and targets {ledger.Length}，原则 principles {principles}，既往 reports of the past {past}");
        foreach (var measure in reading.Measures.Where(measure => measure.Explanation is { Count: > 0 }))
        {
            terminal.Line($"{Kind(measure.Kind)}：{measure.Text}");
            terminal.Line("  " + string.Join("；", measure.Explanation!.Select(note => $"{note.Rule}（{note.Words}）")));
        }
        foreach (var warning in reading.Warnings)
        {
            terminal.Error($"{name}: {warning.Words} [{warning.Code}]");
        }
    }

    private static bool IsCommitment(Measure measure) => measure.Kind is MeasureKind.Action or MeasureKind.Target;

    private static string[] Row(Measure measure) =>
    [
        Kind(measure.Kind),
        measure.Text,
        string.Join("、", measure.Owners.Select(owner => owner.Name)),
        Due(measure.Deadline),
        string.Join("；", measure.Quantities.Select(quantity => quantity.Raw)),
    ];

    private static string Kind(MeasureKind kind) => kind switch
    {
        MeasureKind.Action => "举措",
        MeasureKind.Target => "目标",
        MeasureKind.Principle => "原则",
        _ => "既往",
    };

    private static string Due(Deadline? deadline) => deadline switch
    {
        null => "",
        { End: { } end } => $"{end:yyyy-MM-dd}（{deadline.Raw}）",
        _ => deadline.Raw,
    };
}
