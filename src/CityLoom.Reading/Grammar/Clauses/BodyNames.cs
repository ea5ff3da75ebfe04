using System.Buffers;

namespace CityLoom.Reading.Grammar;

/// <summary>Recognises the name of a body at the start of a text: a known whole, or place and level with a department or ending.</summary>
internal static class BodyNames
{
    private const int LongestMiddle = 16;
    private const int FarthestBranch = 8;
    private const int LongestPlural = 9;

    /// <summary>Before this many letters 区 or 县 must come where a name begins that no word of the lexicon opens.</summary>
    public const int FarthestDistrict = 7;


    private const WordClass Known = WordClass.Any & ~(WordClass.Unit | WordClass.Status | WordClass.BodySuffix | WordClass.BodyCore | WordClass.BodyEnding);

    private static readonly SearchValues<char> FunctionWords = SearchValues.Create("和与及在从对向由为以等把将是了的到各至");
    private static readonly SearchValues<char> NoDistrict = SearchValues.Create("洪社园城厂景校小库灾辖片街地郊市活公能心护验险疫控作产住商牧矿林老特专战各全");
    private static readonly SearchValues<char> NoCity = SearchValues.Create("未经城省全本我各该外区县股楼房车早夜集菜花超上罢入农跨进出其某暨报前底向请会送交赴抵给使让比");
    private static readonly SearchValues<char> BehindCity = SearchValues.Create("、和与及要应须将负牵由委政人纪监");
    private static readonly string[] Districts = ["新区", "高新区", "经开区", "开发区", "区", "县"];

    /// <summary>The same for 市 and the name of a city that no list knows.</summary>
    public const int FarthestCity = 4;

    /// <summary>What the name of a body begins with.</summary>
    public const WordClass Starts = WordClass.BodyWhole | WordClass.BodyPrefix | WordClass.BodyCore | WordClass.Place;

    // 区 or 县 comes third to seventh.
    private static bool EndsAsDistrict(Phrase text)
    {
        for (var at = 2; at < Math.Min(text.Length, FarthestDistrict); at++)
        {
            if (text[at] is '区' or '县')
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Length of the longest body name that starts here, 0 when none does.</summary>
    public static int Length(Phrase text)
    {
        var length = text.TryLongest(WordClass.BodyWhole, out var whole) ? whole.Length : 0;
        var prefix = PrefixLength(text);
        var name = prefix > 0 ? NameLength(text[prefix..], definite: true) : NameLength(text, definite: false);
        length = Math.Max(length, name > 0 ? prefix + name : prefix > 2 && text[prefix - 1] is '区' or '县' && text[0] != '各' ? prefix : UnknownCityLength(text));
        return length == 0 ? 0 : Extended(text, length);
    }

    /// <summary>Length of 各, place names and level words that lead a name: 各区, 武汉市, 湖北省武汉市, 市.</summary>
    public static int PrefixLength(Phrase text)
    {
        var length = 0;
        for (var steps = 0; steps < 4 && length < text.Length; steps++)
        {
            var rest = text[length..];
            var place = PlaceLength(rest);
            if (place == 0 && rest.TryLongest(WordClass.BodyPrefix, out var level) && !IsPartOfLonger(rest, level))
            {
                place = level.Length;
            }
            if (place == 0)
            {
                break;
            }
            length += place;
        }
        return length;
    }

    /// <summary>Length of a place: a known name with or without its ending, or one to three characters before 区 or 县.</summary>
    public static int PlaceLength(Phrase text)
    {
        if (!text.TryLongest(WordClass.Place, out var place))
        {
            return UnknownPlaceLength(text) is > 0 and var district ? district : UnknownCityLength(text);
        }
        var length = place.Length;
        if (text[length..].TryLongest(WordClass.PlaceEnd, out var end) && !IsPartOfLonger(text[length..], end))
        {
            length += end.Length;
            length += SmallPlaceLength(text[length..]);
        }
        return length;
    }

    // 巴南区, 两江新区, 万盛经开区: two to four characters that begin no word, before the ending of a district.
    private static int UnknownPlaceLength(Phrase text)
    {
        if (!EndsAsDistrict(text) || !Stops.IsHan(text[0]) || FunctionWords.Contains(text[0]))
        {
            return 0;
        }
        for (var at = 2; at < Math.Min(4, text.Length); at++)
        {
            if (!Stops.IsHan(text[at - 1]) || FunctionWords.Contains(text[at - 1])
                || text[(at - 2)..].TryLongest(Known, out var known) && known.Length > 1)
            {
                return 0;
            }
            foreach (var end in Districts)
            {
                if (text[at..].StartsWith(end) && (!NoDistrict.Contains(text[at - 1]) || text[(at - 2)..at].Span is "东城" or "西城" or "南城" or "北城"))
                {
                    return text.Opens(Known) ? 0 : at + end.Length;
                }
            }
        }
        return 0;
    }

    // 宜都市, 都江堰市: two or three characters that begin no word before 市, and behind it another name, an office or what it is told.
    private static int UnknownCityLength(Phrase text)
    {
        var length = text.Length > 2 && text[2] == '市' ? 2 : text.Length > 3 && text[3] == '市' ? 3 : 0;
        if (length == 0)
        {
            return 0;
        }
        for (var at = 0; at < length; at++)
        {
            if (!Stops.IsHan(text[at]) || FunctionWords.Contains(text[at]) || NoCity.Contains(text[at]) || (text[at..].TryLongest(Known, out var known) && known.Length > 1))
            {
                return 0;
            }
        }
        return length + 1 == text.Length || BehindCity.Contains(text[length + 1]) ? length + 1 : 0;
    }

    private static int SmallPlaceLength(Phrase text)
    {
        for (var at = 1; at < Math.Min(5, text.Length); at++)
        {
            if (!Stops.IsHan(text[at - 1]))
            {
                return 0;
            }
            if (text[at] is '区' or '县' or '市' && !(text[at] == '区' && at > 3))
            {
                return text.Opens(WordClass.Core | WordClass.BodyPart | WordClass.BodyCore) ? 0 : at + 1;
            }
        }
        return 0;
    }

    // 市 in 市场 or 市民 is no level.
    private static bool IsPartOfLonger(Phrase text, Word word) =>
        text.TryLongest(WordClass.Any, out var longest) && longest.Length > word.Length
        && !longest.Is(WordClass.BodyPart | WordClass.BodyPrefix | WordClass.BodyCore)
        && !(text[word.Length..].TryLongest(WordClass.BodyCore, out var core) && word.Length + core.Length > longest.Length);

    private static int NameLength(Phrase text, bool definite)
    {
        var department = DepartmentLength(text, definite);
        if (!definite)
        {
            return department;
        }
        var suffix = text.TryLongest(WordClass.BodySuffix, out var ending) ? ending.Length : IsCommittee(text) ? 1 : 0;
        var known = Math.Max(department, suffix);
        return known > 0 ? known : DescribedLength(text);
    }

    // 武汉市 + 委, but not 市委员会 or 委托.
    private static bool IsCommittee(Phrase text) =>
        text.Length > 0 && text[0] == '委' && (text.Length == 1 || text[1] is not ('员' or '托' or '派' or '会'));

    private static int DepartmentLength(Phrase text, bool definite)
    {
        var length = 0;
        while (text[length..].TryLongest(WordClass.BodyCore, out var core))
        {
            length += core.Length;
            length += length < text.Length && text[length] == '、' && ListsDepartments(text[(length + 1)..]) ? 1 : 0;
        }
        if (length > 0 && PluralLength(text[length..]) is > 0 and var plural)
        {
            return length + plural;
        }
        if (length == 0 || !text[length..].TryLongest(WordClass.BodyEnding | WordClass.BodySuffix, out var ending)
            || IsCutFromWord(text[length..], ending.Length))
        {
            return 0;
        }
        return definite
            || (length > 1 && (text[length] is '局' or '委' or '厅' || ending.Length > 3 || text[length..].StartsWith("部门")
                || text[length..].StartsWith("机关")))
            ? length + ending.Length : 0;
    }

    // 等部门, 等行业主管部门: what closes a list of departments.
    private static int PluralLength(Phrase text)
    {
        if (text.IsEmpty || text[0] != '等')
        {
            return 0;
        }
        var at = text[..Math.Min(text.Length, LongestPlural)].IndexOf("部门");
        return at > 0 && text[..at].Span.IndexOfAnyExceptInRange('\u3400', '\u9fff') < 0 ? at + 2 : 0;
    }

    // 安全生产工作部 in 安全生产工作部署 is no department.
    private static bool IsCutFromWord(Phrase text, int length) =>
        text[length - 1] == '部' && length < text.Length && text[length] is '署' or '分' or '位' or '件';

    // 发改、工信部门: cores in a row that share their ending.
    private static bool ListsDepartments(Phrase text)
    {
        for (var steps = 0; steps < 6 && text.TryLongest(WordClass.BodyCore, out var core); steps++)
        {
            text = text[core.Length..];
            if (text.StartsWith("部门") || PluralLength(text) > 0)
            {
                return true;
            }
            if (text.IsEmpty || text[0] != '、')
            {
                return false;
            }
            text = text[1..];
        }
        return false;
    }

    // 市疫情防控工作领导小组, 省委第三巡回督导组: free words between the level and a telling ending.
    private static int DescribedLength(Phrase text)
    {
        for (var at = 0; at < Math.Min(LongestMiddle, text.Length) && Stops.IsHan(text[at]);)
        {
            if (text[at..].TryLongest(WordClass.BodySuffix, out var suffix) && suffix.Length > 1 && at > 0)
            {
                return at + suffix.Length;
            }
            if (text[at] is '的' or '和' or '与' or '及' or '对' or '在' or '要' or '将' or '把' or '等' or '是')
            {
                return 0;
            }
            if (text[at..].TryLongest(WordClass.Any, out var word))
            {
                if (word.Is(WordClass.Modal | WordClass.Past)
                    || (word.Is(WordClass.Core) && !word.Is(WordClass.Operation) && !LeadsGroup(text[(at + word.Length)..])))
                {
                    return 0;
                }
                at += word.Length;
            }
            else
            {
                at++;
            }
        }
        return 0;
    }

    // 推进 in 新型工业化推进领导小组 is part of the name.
    private static bool LeadsGroup(Phrase rest) => rest.TryLongest(WordClass.BodySuffix, out var suffix) && suffix.Length > 2;

    // 人民银行 + 海平市分行, 国家税务总局 + 江川市税务局: a branch in a place that no list need know.
    private static int BranchLength(Phrase name, Phrase rest)
    {
        if (name[^1] is not ('行' or '局' or '司') || rest.IsEmpty || !Stops.IsHan(rest[0]) || FunctionWords.Contains(rest[0])
            || (rest.TryLongest(WordClass.Verb, out var act) && act.Length > 1))
        {
            return 0;
        }
        for (var at = 2; at <= Math.Min(FarthestBranch, rest.Length - 2) && Stops.IsHan(rest[at - 1]) && !FunctionWords.Contains(rest[at - 1]); at++)
        {
            if (rest[at..].TryLongest(WordClass.BodyBranch, out var branch))
            {
                return at + branch.Length;
            }
        }
        return 0;
    }

    // 省政府 + 督查室, 各县市区 + 人民政府, 省委 + 第三巡回督导组.
    private static int Extended(Phrase text, int length)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            var rest = text[length..];
            var more = rest.TryLongest(WordClass.BodySuffix, out var suffix)
                ? suffix.Length : DepartmentLength(rest, definite: true);
            if (more == 0 && rest.StartsWith("第"))
            {
                more = DescribedLength(rest);
            }
            if (more == 0 && rest.TryLongest(WordClass.Place, out var place)
                && rest[place.Length..].TryLongest(WordClass.BodySuffix, out var branch))
            {
                more = place.Length + branch.Length;
            }
            if (more == 0 && rest.StartsWith("办公室") && text[length - 1] is '会' or '部' or '组' or '府' or '议' or '班' or '委')
            {
                more = 3;
            }
            if (more == 0)
            {
                more = BranchLength(text[..length], rest);
            }
            if (more == 0)
            {
                break;
            }
            length += more;
        }
        return length;
    }
}
