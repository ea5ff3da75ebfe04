namespace CityLoom.Reading.Grammar;

/// <summary>Collects the bodies a document names, each once, with their level; every owner is one.</summary>
internal static class BodyReader
{
    private const int LongestUnknownPlace = 3;


    public static List<Body> Read(Draft draft, DocumentFacts facts, List<Measure> measures)
    {
        var names = new Dictionary<string, int>();
        foreach (var line in draft.Lines)
        {
            if (line.Kind is not (LineKind.Title or LineKind.Attachment or LineKind.Addressees))
            {
                ReadLine(draft, line, facts.Place, names);
            }
        }
        foreach (var measure in measures)
        {
            foreach (var owner in measure.Owners)
            {
                names.TryAdd(owner.Name, names.Count);
            }
        }
        if (draft.IsPlan && facts.Issuer is { } issuer)
        {
            names.TryAdd(issuer, names.Count);
        }
        var levels = new BodyLevels(facts.Place, draft.Text);
        return [.. names.Keys.Select(name => new Body(name, levels.Of(name)))];
    }

    private static void ReadLine(Draft draft, Line line, string? place, Dictionary<string, int> names)
    {
        var (text, lexed) = (draft.Text, draft.Lexed);
        var (district, city) = (line.Start, line.Start);
        for (var at = line.Start; at < line.End;)
        {
            district = district < at + 2 ? Next(draft, "区县", at + 2, line.End) : district;
            city = city < at + 2 ? Next(draft, "市", at + 2, line.End) : city;
            if (text[at] == '《' && draft.Mates[at] > at && draft.Mates[at] < line.End)
            {
                at = draft.Mates[at] + 1;
                continue;
            }
            var mayBegin = district - at < BodyNames.FarthestDistrict || lexed.TryLongest(at, line.End, BodyNames.Starts, out _)
                || (city - at < BodyNames.FarthestCity && IsBounded(text, line, at));
            var length = mayBegin ? BodyNames.Length(draft.Slice(at, line.End)) : 0;
            if (length > 1)
            {
                var rest = draft.Slice(at, line.End);
                var from = WithUnknownPlace(draft, line.Start, at);
                if ((from < at || !IsGeneric(rest, length)) && !IsPartOfPhrase(draft, line, at, length)
                    && !(IsIndefinite(draft, line, at) && rest.TryLongest(WordClass.BodyWhole, out var group) && group.Length == length) && !IsPlace(place, draft.Slice(from, at + length)))
                {
                    names.TryAdd(draft.Text[from..(at + length)], names.Count);
                }
                at += length;
            }
            else
            {
                at += lexed.TryLongest(at, line.End, WordClass.Any & ~WordClass.Unit, out var word) ? word.Length : 1;
            }
        }
    }

    // Before the name of an unknown city a clause, a list or a preposition ends.
    private static bool IsBounded(string text, Line line, int at) =>
        at == line.Start || !Stops.IsHan(text[at - 1]) || text[at - 1] is '和' or '与' or '及' or '由' or '对' or '向' or '在';

    private static int Next(Draft draft, string letters, int from, int end)
    {
        var found = from < end ? draft.Slice(from, end).IndexOfAny(letters) : -1;
        return found < 0 ? end + BodyNames.FarthestDistrict : from + found;
    }

    // 交通区位, 名本区劳动者: what only looks like the name of a district stands inside other words.
    private static bool IsPartOfPhrase(Draft draft, Line line, int at, int length)
    {
        if (draft.Text[at + length - 1] is not ('区' or '县') || draft.Slice(at, at + length).Opens(WordClass.BodyPart)
            || draft.Slice(at, draft.Text.Length).TryLongest(WordClass.BodyPrefix, out var level) && level.Length > 1)
        {
            return false;
        }
        var joined = at > line.Start && Stops.IsHan(draft.Text[at - 1]) && draft.Text[at - 1] is not ('和' or '与' or '及' or '在' or '到' or '由' or '对' or '市' or '省' or '县');
        return joined || (at + length < line.End && draft.Text[at + length] is '位' or '域' or '间' or '块' or '级' or '处' or '分' or '别');
    }

    // The document's own place is no body.
    private static bool IsPlace(string? place, Phrase name) =>
        place is not null && (place.AsSpan().EndsWith(name) || name.Span.SequenceEqual(place));

    // 4个督导组, 牵头的工作专班: some group, not a named one.
    private static bool IsIndefinite(Draft draft, Line line, int at) => at > line.Start && draft.Text[at - 1] is '个' or '的' or '支' or '批';

    private static bool IsGeneric(Phrase rest, int length) =>
        (rest.TryLongest(WordClass.BodyGeneric, out var generic) && generic.Length == length) || rest[..length].IndexOf("等") > 0;

    // 宜都市委: two or three characters that no word explains, between a boundary and 市, belong to the name.
    private static int WithUnknownPlace(Draft draft, int start, int at)
    {
        if (draft.Text[at] is not ('市' or '区' or '县' or '镇' or '乡'))
        {
            return at;
        }
        var from = at;
        while (from > start && at - from <= LongestUnknownPlace && Stops.IsHan(draft.Text[from - 1])
            && !draft.Slice(from - 1, from).Opens(WordClass.Frontal | WordClass.Modal | WordClass.Adverb)
                && draft.Text[from - 1] is not ('和' or '与' or '及' or '的'))
        {
            from--;
        }
        var length = at - from;
        if (from > start && draft.Text[from - 1] is not ('、' or '，' or ',' or '。' or '；' or '“' or '(' or '（'))
        {
            return at;
        }
        return length is >= 2 and <= LongestUnknownPlace && !draft.Slice(from, from + length).Opens(WordClass.Any) ? from : at;
    }
}
