namespace CityLoom.Reading.Cleaning;

/// <summary>Points at what cannot be repaired: lost quotation marks, a cut end, characters decoded wrongly.</summary>
internal static class Suspicions
{
    public static List<ReadingWarning> Of(CleanText clean)
    {
        var text = clean.Text;
        List<ReadingWarning> warnings = [];
        var start = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var paragraph = text.AsSpan()[range];
            if (paragraph.Count('“') != paragraph.Count('”') && !paragraph.Contains('"'))
            {
                warnings.Add(new("unbalanced-quote", new("引号不成对，可能缺字。", "Quotation marks do not pair up; words may be missing."), start, start + paragraph.Length));
            }
            start += paragraph.Length + 1;
        }
        AddMisdecoded(text, warnings);
        if (text.Length > 200 && text[^1] is '，' or ',' or '、' or '；' or '：')
        {
            warnings.Add(new("cut-end", new("末尾没有写完，文件可能被截断。", "The text breaks off at its end; the file may be cut."), text.Length - 1, text.Length));
        }
        if (!text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'))
        {
            warnings.Add(new("not-chinese", new("文中没有汉字，无法识别举措。", "There is no Chinese in the text, so no measure can be read.")));
        }
        return warnings;
    }

    private static void AddMisdecoded(string text, List<ReadingWarning> warnings)
    {
        for (var i = text.AsSpan().IndexOfAny('\uFFFD', '?'); i >= 0;)
        {
            if (text[i] == '\uFFFD' || (i + 1 < text.Length && text[i + 1] == '?'))
            {
                warnings.Add(new("misdecoded", new("此处文字解码有误。", "Characters here were decoded wrongly at some time."), i, i + 1));
                return;
            }
            var next = text.AsSpan(i + 1).IndexOfAny('\uFFFD', '?');
            i = next < 0 ? -1 : i + 1 + next;
        }
    }
}
