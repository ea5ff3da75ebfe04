using System.Globalization;
using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>The year a document most likely speaks in when it gives no date: by anniversaries, turning years of plans, and the year it names most.</summary>
internal static partial class PresumedYear
{
    private const int FoundingOfState = 1949;
    private const int FoundingOfParty = 1921;
    private const int Earliest = 1990;

    /// <summary>0 where the text gives no hint.</summary>
    public static int Of(string text)
    {
        if (!text.Contains('年'))
        {
            return 0;
        }
        return Anniversary(text) is > 0 and var year ? year : TurningYear(text) is > 0 and var turning ? turning : MostNamed(text);
    }

    private static int Anniversary(string text)
    {
        var match = text.Contains("周年", StringComparison.Ordinal) ? Anniversaries().Match(text) : Match.Empty;
        return !match.Success ? 0
            : (match.Groups[1].Value is "新中国" or "中华人民共和国" ? FoundingOfState : FoundingOfParty) + int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
    }

    // “十四五”收官之年 is the plan's last year.
    private static int TurningYear(string text)
    {
        var match = text.Contains("之年", StringComparison.Ordinal) ? TurningYears().Match(text) : Match.Empty;
        return match.Success && Occasions.PlanYears(match.Groups[1].Value) is { } plan
            ? match.Groups[2].Value is "开局" or "起步" ? plan.First : plan.Last : 0;
    }

    private static int MostNamed(string text)
    {
        var counts = new Dictionary<int, int>();
        foreach (var match in NamedYears().EnumerateMatches(text))
        {
            var year = int.Parse(text.AsSpan(match.Index, 4), CultureInfo.InvariantCulture);
            counts[year] = counts.GetValueOrDefault(year) + (year >= Earliest ? 1 : 0);
        }
        return counts.Count == 0 ? 0 : counts.OrderByDescending(count => (count.Value, count.Key)).First().Key;
    }

    [GeneratedRegex(@"(新中国|中华人民共和国|中国共产党|建党)(?:成立)?(\d{2,3})周年")]
    private static partial Regex Anniversaries();

    [GeneratedRegex("[“\"](十?[一二三四五六七八九])五[”\"](?:规划)?[^，。；]{0,6}?(开局|起步|收官|收尾)[^，。；]{0,3}?之年")]
    private static partial Regex TurningYears();

    // Years to come and parts of a span of years are not the document's own.
    [GeneratedRegex(@"(?<![\d到至—\-–－~～争]|早于)(?:19|20)\d{2}年(?!底|末|前|内|起|远景|之前|至|到|—|-|–|－|~|～)")]
    private static partial Regex NamedYears();
}
