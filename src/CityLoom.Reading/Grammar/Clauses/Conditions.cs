namespace CityLoom.Reading.Grammar;

/// <summary>Endings that make a clause a condition or a time for the next one.</summary>
internal static class Conditions
{
    private static readonly WordSet Endings = new(
        "的", "后", "前", "时", "期间", "之际", "同时", "情况下", "前提下", "基础上", "过程中", "以来", "之后", "之前", "时刻", "关头", "时期", "之时", "年内", "月内", "日内", "天内",
            "当中");

    // Ends like a condition, but is a word of its own.
    private static readonly WordSet Traps = new("目的", "落后", "最后", "按时", "及时", "超前", "提前", "准时", "临时", "限时", "靠前", "前后", "实时", "随时", "当前",
        "今后");

    // Nouns that close a preposed phrase: 按1500元/人的标准 + 发放.
    private static readonly WordSet PhraseEnds = new("标准", "方式", "比例", "原则", "规定", "要求", "程序", "形式", "渠道", "途径", "名义", "为单位", "为重点", "为主", "有关规定");

    private const int LongestNoun = 8;

    /// <summary>True when a preposed phrase ends here, so that what follows is the act.</summary>
    public static bool EndsPhrase(Phrase words)
    {
        return PhraseEnds.Ends(words);
    }

    /// <summary>True for 对 … 企业, and 经 … 机构,: a clause that only says whom the next one concerns.</summary>
    public static bool IsConcerned(Phrase clause, char stop)
    {
        if (stop is '，' or ','
            && (clause.EndsWith("相结合") || clause.EndsWith("为主") || clause.StartsWith("按照") || clause.StartsWith("根据")
            || clause.StartsWith("依据") || clause.StartsWith("遵照")))
        {
            return true;
        }
        if (stop is not ('，' or ',') || clause[0] is not ('对' or '经' or '为' or '凡') && !clause.StartsWith("针对"))
        {
            return false;
        }
        return EndsInAgent(clause) || (clause[0] == '对' && DescribesThing(clause));
    }

    // 对组织团队过夜的旅行社: a noun that no list knows, described before 的.
    private static bool DescribesThing(Phrase clause)
    {
        var noun = clause[(clause.LastIndexOf('的') + 1)..];
        if (noun.Length == clause.Length || noun.Length is < 2 or > LongestNoun)
        {
            return false;
        }
        for (var at = 0; at < noun.Length; at++)
        {
            if (noun[at..].Opens(WordClass.Core | WordClass.Verb | WordClass.Adverb | WordClass.Operation))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>True when the last word is a class of people, things or facilities.</summary>
    public static bool EndsInAgent(Phrase clause)
    {
        for (var length = Math.Min(6, clause.Length - 1); length > 1; length--)
        {
            if (clause[^length..].TryLongest(WordClass.Class | WordClass.Facility, out var word) && word.Length == length)
            {
                return true;
            }
        }
        return false;
    }

    public static bool EndsCondition(Phrase clause)
    {
        return Endings.Ends(clause) && !Traps.Ends(clause);
    }
}
