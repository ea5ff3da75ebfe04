using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>Finds the meeting that a report opens with.</summary>
internal static partial class Meetings
{
    private const int OpeningLines = 4;
    private const int OpeningLength = 300;

    private static readonly WordSet Verbs = new("召开", "举行", "开班", "闭幕", "开幕", "举办");

    public static string? Read(Draft draft)
    {
        var seen = 0;
        foreach (var line in draft.Lines)
        {
            if (line.Kind is not LineKind.Body || seen++ >= OpeningLines)
            {
                continue;
            }
            var words = draft.Text.Substring(line.Start, Math.Min(line.End - line.Start, OpeningLength));
            if (Named(words) is { } meeting)
            {
                return meeting;
            }
        }
        return null;
    }

    private static string? Named(string words)
    {
        if (!Verbs.IsIn(words))
        {
            return null;
        }
        var held = Held().Match(words);
        if (held.Success)
        {
            return held.Groups[1].Value.Trim('，', ',', ' ');
        }
        var holds = Holds().Match(words);
        return holds.Success ? holds.Groups[1].Value : null;
    }

    // 全市领导干部会议召开, …专题研讨班开班式举行
    [GeneratedRegex(@"(?:^|[，,。日午])([^，,。；日]{4,90}(?:会|会议|学习|大会|班|式|活动|座谈|培训|专题交流))(?:于[^，。]{2,14})?(?:在[^，。]{2,20})?(?:召开|举行|开班|闭幕|开幕)")]
    private static partial Regex Held();

    // 市委召开全市领导干部会议, 区委举办专题培训班
    [GeneratedRegex(@"(?:召开|举行|举办|主持召开|组织召开)(?:了)?([^，。；]{2,80}?(?:会议|大会|座谈会|推进会|调度会|动员会|交流会|现场会|专题会|例会|学习会|视频会|全会|部署会|工作会|培训班|研讨班|会))(?=[，,。；、]|$)")]
    private static partial Regex Holds();
}
