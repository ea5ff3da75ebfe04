using CityLoom.Reading;
using CityLoom.Reading.Grammar;

namespace CityLoom.Tests.Reading.Grammar;

/// <summary>Wraps a sentence of our own into a small report or plan and reads it.</summary>
internal static class Samples
{
    private const string ReportOpening = "2021年3月5日，河口市委召开全市工作推进会议。会议强调，";

    private const string PlanOpening = """
        河口市人民政府办公室关于印发《河口市便民服务实施方案》的通知
        河政办发〔2021〕7号
        各县区人民政府，市政府各部门：
        河口市人民政府办公室
        2021年3月5日
        河口市便民服务实施方案
        一、主要任务

        """;

    public static DirectiveReading Report(string sentence) => DirectiveGrammar.Read(CleanText.Unchanged(ReportOpening + sentence), explain: true);

    public static DirectiveReading Plan(string item) => DirectiveGrammar.Read(CleanText.Unchanged(PlanOpening + "1." + item), explain: true);

    public static Measure Single(DirectiveReading reading) =>
        Assert.Single(reading.Measures, measure => measure.Kind is MeasureKind.Action or MeasureKind.Target);

    public static string[] Ledger(DirectiveReading reading) =>
        [.. reading.Measures.Where(measure => measure.Kind is MeasureKind.Action or MeasureKind.Target).Select(measure => measure.Text)];
}
