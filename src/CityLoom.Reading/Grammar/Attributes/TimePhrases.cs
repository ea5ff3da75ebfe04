using System.Buffers;
using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>Reads a phrase of time at the start of a clause: 到2025年, 今年年底前, 2021－2023年, 3个月内, 一季度.</summary>
internal static partial class TimePhrases
{
    private const int Longest = 30;

    /// <summary>Each form begins with one of these.</summary>
    private static readonly SearchValues<char> FirstLetters = SearchValues.Create("力争确到至自从于在用利今明本每即月“\"元春端中国五汛入供采开年近第一二三四六七八九十两上下0123456789０１２３４５６７８９");

    /// <summary>Each form holds one of these.</summary>
    private static readonly SearchValues<char> TimeLetters = SearchValues.Create("年月日天季期周旬五旦节午秋庆汛学冬");

    /// <summary>Length of the phrase, 0 when none opens the clause.</summary>
    public static int Length(string text, int start, int end)
    {
        var window = text.AsSpan(start, Math.Min(Longest, end - start));
        if (!FirstLetters.Contains(window[0]) || !window.ContainsAny(TimeLetters))
        {
            return 0;
        }
        foreach (var match in Phrase().EnumerateMatches(window))
        {
            return match.Length;
        }
        return 0;
    }

    [GeneratedRegex(
        @"\G(?:力争|争取|确保)?(?:到|至|自|从|于|在|用|利用)?(?:\d{4}年?(?:至|到|—|-|–|－|~|～){1,2}\d{4}年|(?:\d{4}年|今年|明年|本年)?\d{1,2}月(?:\d{1,2}日)?(?:\s?\d{1,2}[:：]\d{2}|\d{1,2}[时点])?(?:(?:至|到|-|—|－|~)(?:\d{1,2}月)?\d{1,2}日)?|\d{4}年|今年|明年|每(?:半年|季度|季|旬|[两二三四五六\d]{1,2}(?:年|个月|周|天))|每年|每月|每周|每日|每天|即日起|(?:今|明|本)年(?:底|末|内)|月底|[“""](?:十?[一二三四五六七八九])五[”""](?:规划期|时期|期间|期末|期|末)?|(?:元旦|春节|端午|中秋|国庆|五一|汛期|入汛|汛|供暖季|采暖季|开学|入冬|[“""]五一[”""])节?|年底|年末|年内|近期|近日|(?:第?[一二三四]季度|上半年|下半年)|[\d一二三四五六七八九十两]{1,3}(?:个月|个工作日|工作日|年|天|日)(?:左右)?(?:之内|以内|内|的?时间))(?:年?底|年?末|内|第?[一二三四]季度|上半年|下半年|起|[\d一二三四五六七八九十]{1,2}年内|上旬|中旬|下旬)*(?:之前|以前|前)?")]
    private static partial Regex Phrase();
}
