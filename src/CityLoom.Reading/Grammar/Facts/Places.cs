namespace CityLoom.Reading.Grammar;

/// <summary>Finds the territory a document governs: the place its signature, title or opening names, or the one it names most.</summary>
internal static class Places
{
    public static string? Read(Draft draft)
    {
        foreach (var line in draft.Lines)
        {
            if (line.Kind is LineKind.Signature or LineKind.Title or LineKind.Number
                && Leading(draft.Slice(line.Start, line.End)) is { } place)
            {
                return place;
            }
        }
        return BeforeGovernment(draft.Text) ?? MostNamed(draft);
    }

    // 北京市顺义区人民政府办公室 governs 北京市顺义区.
    private static string? Leading(Phrase words)
    {
        var from = words.StartsWith("中共") ? 2 : words.StartsWith("中国共产党") ? 5 : 0;
        for (var at = from; at < Math.Min(words.Length, 24); at++)
        {
            var length = BodyNames.PlaceLength(words[at..]);
            if (length > 2 && words[at + length - 1] is '市' or '省' or '区' or '县' or '州')
            {
                return words[at..(at + length)].ToString();
            }
        }
        return null;
    }

    // 江川市人民政府: a place no list knows, at a boundary before the name of its government.
    private static string? BeforeGovernment(string text)
    {
        for (var at = text.IndexOf("人民政府", StringComparison.Ordinal); at > 1; at = text.IndexOf("人民政府", at + 1, StringComparison.Ordinal))
        {
            var from = at;
            while (from > 0 && at - from < 6 && Stops.IsHan(text[from - 1]))
            {
                from--;
            }
            var bounded = from == 0 || !Stops.IsHan(text[from - 1]);
            if (bounded && at - from is > 2 and < 6 && text[at - 1] is '市' or '县' or '区' or '州' && text[from] is not ('各' or '全'))
            {
                return text[from..at];
            }
        }
        return null;
    }

    private static string? MostNamed(Draft draft)
    {
        var text = draft.Text;
        var counts = new Dictionary<string, int>();
        for (var at = 0; at < text.Length;)
        {
            if (draft.Lexed.TryLongest(at, text.Length, WordClass.PlaceCity | WordClass.PlaceMunicipality, out var place))
            {
                var name = text.Substring(at, place.Length);
                counts[name] = counts.GetValueOrDefault(name) + 1;
                at += place.Length;
            }
            else
            {
                at++;
            }
        }
        return counts.Count == 0 ? null : counts.MaxBy(count => count.Value).Key + "市";
    }
}
