using System.Text.RegularExpressions;

namespace CityLoom.Reading.Grammar;

/// <summary>The forms in which a time limit is written; <see cref="DeadlineReader"/> says what each means.</summary>
internal static partial class DeadlinePatterns
{
    [GeneratedRegex(@"(?<=[于在])\p{IsCJKUnifiedIdeographs}{2,8}第[\d一二三四五]年\d{1,2}月(?:上旬|中旬|下旬|底|末)?(?:之?前)?")]
    public static partial Regex RelativeYear();

    [GeneratedRegex(@"每年\d{1,2}月(?:\d{1,2}日|底|末)?(?:之?前)?")]
    public static partial Regex MonthOfEachYear();

    [GeneratedRegex(@"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日起?(?:至|到|—|-|–|－|~|～)+(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")]
    public static partial Regex DayRange();

    [GeneratedRegex(@"(\d{4}年|今年|明年)?(?<![\d.])(\d{1,2})月?(?:份|起)?(?:至|到|—|-|–|－|~|～){1,2}(\d{4}年|今年|明年|次年)?(\d{1,2})月(?:份|底|末)?(?!\d)")]
    public static partial Regex MonthRange();

    [GeneratedRegex(@"(\d{4})年?(?:至|到|—|-|–|－|~|～){1,2}(\d{4})年")]
    public static partial Regex Years();

    [GeneratedRegex(@"(?:^(?:在|于)?|(?:^|(?<=，))(到|至|截至|力争到))(\d{4}年|今年|明年|次年)?(?<![\d.])(\d{1,2})月(?:份)?(?![底末上中下起前以之至到—\-–－~～、\d日])")]
    public static partial Regex OpenMonth();

    [GeneratedRegex(@"(?:从|自)?(\d{4}年|今年|明年|次年)?(?<![\d.])(?:(\d{1,2})月(?:份)?)?(?<=[年月份])(?:开始)?起")]
    public static partial Regex Beginning();

    [GeneratedRegex(@"(\d{4})年起[，,]?([\d一二三四五六七八九十两]{1,3})年内")]
    public static partial Regex YearsSince();

    [GeneratedRegex(@"(?:\p{IsCJKUnifiedIdeographs}{1,6}(?:结束|之日起|后|起))?(?<![\d.第])([\d一二三四五六七八九十两半]{1,3})(个月|个工作日|工作日|年|日|天|周|个小时|小时)(?:左右)?(?:以内|之内|内|(?<=[用过]\p{IsCJKUnifiedIdeographs}?[\d一二三四五六七八九十两]{1,3}(?:个月|年)(?:左右)?)的?(?:时间|努力))")]
    public static partial Regex Durations();

    [GeneratedRegex(@"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s?\d{1,2}[:：]\d{2}|\d{1,2}[时点]|[上下]午)?(之?前(?!后)|以前|后|起)?")]
    public static partial Regex Days();

    [GeneratedRegex(@"(\d{4}年|今年|明年|本年|次年|翌年)?(?<![\d.])(\d{1,2})月(?:份)?(底|末|上旬|中旬|下旬)?(之?前(?!后)|以前)?(?![、，和]\d)(?=\P{N}|$)")]
    public static partial Regex WrittenMonth();

    [GeneratedRegex(@"(\d{4}年|今年|明年|次年)?(第?[一二三四]季度|上半年|下半年)(末|底前?|内|结束前|前)?")]
    public static partial Regex Quarters();

    [GeneratedRegex(@"(到|至)?(?<![\d〔\[（(])(\d{4})年(底|末|内|年底|年末)?(之?前|以前)?(?![度\d一-三起])")]
    public static partial Regex WrittenYear();

    [GeneratedRegex(@"(?:今年|明年|本年|当年|次年)?年(?:底|末|终|内|度内)(?:之?前|以前)?|(?:今|明|本|次)年(?:度?内|底|末)(?:之?前)?|明年|(?<!去|是)今年(?=[^以来底初年]{0,18}目标)|(本?月[底末](?:之?前)?)|全年(?=[“""]|.{0,2}(?:目标|任务|完成|实现)|[^，。；无]{0,16}\d)")]
    public static partial Regex SpokenYear();

    [GeneratedRegex(@"每(?:一)?(?:([\d两二三四五六]{1,2})(?:天|日|周|个月|年)|日|天|周|星期|个?月|旬|季度|季|半年|年)(?![一-龥]?均|[\d.]+[万千百]?元)|年均|按月|按季度?|按周|逐年|逐月")]
    public static partial Regex Rhythm();

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{2,10}结束后(?=，)|今冬明春|明春|近期|近日|即日起|明后几天内|明后两天|(?:主汛期|汛期|入汛|汛|入冬|供暖季|供暖期|采暖季|采暖期|供暖|开学|寒假|暑假|秋收|三夏|节假日|节)(?:来临|到来)?之?前(?![沿瞻])")]
    public static partial Regex Soon();
}
