namespace CityLoom.Reading.Grammar;

/// <summary>Tells the genre of a document by its titles and its layout.</summary>
internal static class KindOfDocument
{
    private static readonly WordSet PlanEndings = new("方案", "措施", "意见", "办法", "细则", "规划", "计划", "政策", "规定", "要点", "预案", "指引", "指南", "通知", "清单", "举措", "通告", "公告", "条例", "任务", "函");

    public static DocumentKind Of(string text, List<Line> lines)
    {
        foreach (var line in lines)
        {
            if (line.Kind is LineKind.Title && OfTitle(text.AsSpan(line.Start, line.End - line.Start)) is { } kind)
            {
                return kind;
            }
        }
        return lines.Exists(line => line.Kind == LineKind.Addressees)
            || lines.Count(line => line.Kind == LineKind.Heading && line.Level > 0
            && char.IsPunctuation(text[line.Heading.Start.Value - 1 < 0 ? 0 : line.Heading.Start.Value - 1])) > 2
            ? DocumentKind.Plan
            : DocumentKind.MeetingReport;
    }

    private static DocumentKind? OfTitle(ReadOnlySpan<char> title)
    {
        title = WithoutNotes(title);
        if (title.EndsWith("决议") || title.EndsWith("决定") || title.EndsWith("令"))
        {
            return DocumentKind.Resolution;
        }
        if (title.EndsWith("工作报告") || title.EndsWith("情况的报告"))
        {
            return DocumentKind.Report;
        }
        if (title.Contains("通报", StringComparison.Ordinal) || (title.EndsWith("通知") && IsInspection(title)))
        {
            return DocumentKind.Notice;
        }
        return PlanEndings.Ends(title) ? DocumentKind.Plan : null;
    }

    // （试行）, （2024—2026年）, （节选）: what is said of the document in brackets is no part of its name.
    private static ReadOnlySpan<char> WithoutNotes(ReadOnlySpan<char> title)
    {
        for (var open = title.LastIndexOfAny("（("); open > 0 && title[^1] is '）' or ')'; open = title.LastIndexOfAny("（("))
        {
            title = title[..open].TrimEnd();
        }
        return title.TrimEnd("）)》的试行（( ");
    }

    private static bool IsInspection(ReadOnlySpan<char> title) =>
        !title.Contains("印发", StringComparison.Ordinal)
        && (title.Contains("暗访", StringComparison.Ordinal) || title.Contains("督查", StringComparison.Ordinal)
            || title.Contains("检查", StringComparison.Ordinal));
}
