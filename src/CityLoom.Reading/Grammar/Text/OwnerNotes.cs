namespace CityLoom.Reading.Grammar;

/// <summary>Recognises notes such as （责任单位：A、B） and （牵头单位：A；配合单位：B）.</summary>
internal static class OwnerNotes
{
    private static readonly WordSet Openings = new(
        "责任", "牵头", "配合", "主办", "协办", "主责", "负责单位", "实施单位", "落实单位", "参加单位", "参与单位", "协同单位", "承办", "完成单位",
        "主管", "承担单位", "组织单位", "责任分工", "分工", "市级牵头", "省级牵头", "区级牵头");

    /// <summary>True when the words, an opening bracket aside, begin an owner note.</summary>
    public static bool IsNote(Phrase words)
    {
        var bracketed = !words.IsEmpty && words[0] is '（' or '(' or '［' or '[' or '【';
        words = words.TrimStart("（([［【 ");
        var head = words[..Math.Min(words.Length, 12)];
        if (Openings.Opens(head) && head.IndexOfAny("：:") > 0)
        {
            return true;
        }
        return bracketed && ((head.StartsWith("由") && IsBy(words)) || IsUnmarked(words));
    }

    // （由市教育局负责）
    private static bool IsBy(Phrase words) =>
        words.Length < 60 && words.IndexOfAny("。，,") < 0
            && (words.Contains("负责") || words.Contains("牵头"));

    // （市财政局、市教育局负责） or （市教育局牵头，市财政局配合）
    private static bool IsUnmarked(Phrase words)
    {
        var list = BodyList.Length(words);
        if (list == 0 || list >= words.Length)
        {
            return false;
        }
        var rest = words[list..].TrimStart("按照职责分工别按");
        return (rest.StartsWith("负责") && !rest.StartsWith("负责人")) || rest.StartsWith("牵头") || rest.StartsWith("配合");
    }
}
