namespace CityLoom.Reading.Grammar;

/// <summary>Counts in Chinese numerals: 六大产业, 两张名片, 一批实事.</summary>
internal static class CountWords
{
    public static bool StartsAt(ReadOnlySpan<char> text) =>
        text.Length > 3 && text[0] is '一' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十'
        && text[1] is '个' or '大' or '项' or '条' or '张' or '支' or '篇' or '类' or '种' or '批' or '座' or '所' or '级' or '件' or '系'
        && Stops.IsHan(text[2]) && text[2] is not ('程' or '事' or '局' or '体' or '面');
}
