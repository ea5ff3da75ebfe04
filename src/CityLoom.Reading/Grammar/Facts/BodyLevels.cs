namespace CityLoom.Reading.Grammar;

/// <summary>The level of a body, by the words of its name and the place of the document.</summary>
internal sealed class BodyLevels(string? place, string text)
{
    private static readonly WordSet Central = new("中央", "国务院", "国家", "全国", "中共中央", "中办", "国办", "工业和信息化部", "财政部", "人民银行总行");
    private static readonly WordSet Others = new("企业", "公司", "集团", "银行业", "金融机构", "党组织", "各级", "日报", "电视台", "协会", "商会", "大学", "供电", "各地",
        "合作社");

    private readonly BodyLevel _own = OwnLevel(place, text);

    public BodyLevel Of(string name)
    {
        if (place is not null && name.Length > place.Length && name.StartsWith(place, StringComparison.Ordinal)
            && place[^1] is not ('区' or '县'))
        {
            return _own;
        }
        if (Central.Opens(name) || name.StartsWith("党中央", StringComparison.Ordinal))
        {
            return BodyLevel.Central;
        }
        if (name[0] == '省' || name.StartsWith("全省", StringComparison.Ordinal) || name.StartsWith("自治区", StringComparison.Ordinal)
            || IsProvince(name))
        {
            return BodyLevel.Province;
        }
        if (name[0] == '市' || name.StartsWith("全市", StringComparison.Ordinal) || name.StartsWith("各设区市", StringComparison.Ordinal))
        {
            return BodyLevel.City;
        }
        return Small(name) ?? (Others.IsIn(name) ? BodyLevel.Other : OfPlace(name) ?? _own);
    }

    private static BodyLevel? Small(string name)
    {
        if (name.Contains("社区", StringComparison.Ordinal) || name.Contains("村（居）", StringComparison.Ordinal)
            || name.StartsWith("各村", StringComparison.Ordinal) || name.EndsWith("委会", StringComparison.Ordinal) && name.Contains('居'))
        {
            return BodyLevel.Community;
        }
        if (name.StartsWith("各镇", StringComparison.Ordinal) || name.StartsWith("各乡", StringComparison.Ordinal)
            || name.StartsWith("各街", StringComparison.Ordinal) || name.Contains("街道", StringComparison.Ordinal) || name[0] is '镇' or '乡')
        {
            return BodyLevel.Street;
        }
        var local = name[0] is '区' or '县' or '旗' || name.StartsWith("各区", StringComparison.Ordinal)
            || name.StartsWith("各县", StringComparison.Ordinal)
            || name.StartsWith("全区", StringComparison.Ordinal) || name.StartsWith("全县", StringComparison.Ordinal)
                || name.StartsWith("各市", StringComparison.Ordinal)
            || name.StartsWith("园区", StringComparison.Ordinal) || name.StartsWith("各园区", StringComparison.Ordinal)
                || name.Contains("新区", StringComparison.Ordinal) || name.Contains("开发区", StringComparison.Ordinal)
                || name.Contains("高新区", StringComparison.Ordinal) || name.Contains("经开区", StringComparison.Ordinal);
        return local ? BodyLevel.District : null;
    }

    private static bool IsProvince(string name) =>
        Lexicon.Words.TryLongest(name, WordClass.PlaceProvince, out var word)
            && (name.Length == word.Length || name[word.Length] is '省' or '自');

    private static BodyLevel? OfPlace(string name)
    {
        var length = BodyNames.PlaceLength(new LexedText(name).All);
        if (length > 0)
        {
            // A city that the lexicon does not know is one of the small ones.
            var small = name[length - 1] is '区' or '县' || !Lexicon.Words.TryLongest(name, WordClass.Place, out _);
            return small ? BodyLevel.District : BodyLevel.City;
        }
        var at = name.IndexOfAny(['市', '区', '县']);
        return at is > 0 and <= 4 ? BodyLevel.District : null;
    }

    private static BodyLevel OwnLevel(string? place, string text)
    {
        if (place is null)
        {
            return text.Contains("全省", StringComparison.Ordinal) ? BodyLevel.Province : BodyLevel.City;
        }
        return place[^1] switch
        {
            '省' => BodyLevel.Province,
            '区' or '县' => place.Contains("自治区", StringComparison.Ordinal) ? BodyLevel.Province : BodyLevel.District,
            '镇' or '乡' or '道' => BodyLevel.Street,
            _ => BodyLevel.City,
        };
    }
}
