namespace CityLoom.Reading.Grammar;

/// <summary>A list that its field closes: 教育、医疗、养老、住房等群众关切的领域.</summary>
internal static class FieldFrameworks
{
    private const int LongestField = 12;
    private const int LongestMember = 14;

    private static readonly WordSet Fields = new("领域", "机遇", "底线", "红线", "底线红线", "短板", "优势", "环节", "关口");

    public static void Add(Draft draft, Line line, List<Framework> found)
    {
        for (var at = Next(draft, line.BodyStart, line.End); at >= 0; at = Next(draft, at + 1, line.End))
        {
            if (Field(draft, at + 1, line.End) is { } field)
            {
                var members = Before(draft.Text, line.BodyStart, at);
                if (members.Count > 2)
                {
                    FrameworkReader.AddOnce(found, field, members);
                }
            }
        }
    }

    private static int Next(Draft draft, int from, int end) => draft.Text.IndexOf('等', from, end - from);

    private static string? Field(Draft draft, int at, int end)
    {
        var to = at;
        while (to < end && to - at < LongestField && Stops.IsHan(draft.Text[to]))
        {
            to++;
        }
        var words = draft.Text[at..to];
        return Fields.Ends(words) ? words : null;
    }

    private static List<string> Before(string text, int start, int end)
    {
        var members = new List<string>();
        var to = end;
        for (var at = end - 1; at >= start && end - at < LongestMember * 8; at--)
        {
            var first = !(Stops.IsHan(text[at]) || text[at] is '、' or '“' or '”');
            if (first || text[at] == '、' || at == start)
            {
                var from = at == start && !first ? at : at + 1;
                var member = text[from..to];
                if (first || at == start)
                {
                    member = CountedFrameworks.FirstMember(member).ToString();
                    member = Lexicon.Words.TryLongest(member, WordClass.Frontal, out var leading) && leading.Length < member.Length ? member[leading.Length..] : member;
                }
                members.Add(member);
                to = at;
            }
            if (first)
            {
                break;
            }
        }
        members.Reverse();
        return members.TrueForAll(member => member.Length is > 0 and <= LongestMember) ? members : [];
    }
}
