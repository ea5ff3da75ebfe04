namespace CityLoom.Reading.Grammar;

/// <summary>Reads the owners out of a note: （牵头单位：A，配合单位：B、C）, （由A牵头，B配合）, 责任单位：A、B，各县区人民政府.</summary>
internal static class OwnerNoteReader
{
    private const int LongestName = 40;
    private const int MostOwners = 60;

    // 列首位的为牵头单位 says who leads, and names nobody.
    private static readonly WordSet Ranks = new("首位", "第一位", "列首", "排第一", "第一个");

    public static List<Owner> Read(Draft draft, int start, int end, bool firstLeads)
    {
        var (text, mates) = (draft.Text, draft.Mates);
        var owners = new List<Owner>();
        (start, end) = WithoutBrackets(text, mates, start, end);
        var role = OwnerRole.Responsible;
        for (var from = start; from < end;)
        {
            var to = NextBreak(text, mates, from, end);
            var label = text.AsSpan(from, to - from).LastIndexOfAny("：:");
            if (label >= 0)
            {
                role = RoleOf(text.AsSpan(from, label));
                from += label + 1;
            }
            Add(owners, draft.Slice(from, to), role, firstLeads);
            from = to + 1;
        }
        return owners;
    }

    private static (int Start, int End) WithoutBrackets(string text, int[] mates, int start, int end)
    {
        if (start < end && text[start] is '（' or '(' or '［' or '[')
        {
            var close = mates[start];
            return (start + 1, close > start && close <= end ? close : end);
        }
        return (start, end);
    }

    private static int NextBreak(string text, int[] mates, int at, int end)
    {
        for (; at < end; at++)
        {
            if (mates[at] > at && mates[at] < end)
            {
                at = mates[at];
            }
            else if (text[at] is '、' or '，' or ',' or '；' or ';' or '。' or ' ' or '\u3000')
            {
                break;
            }
        }
        return at;
    }

    private static OwnerRole RoleOf(ReadOnlySpan<char> label)
    {
        if (label.IndexOf("牵头") >= 0 || label.IndexOf("主办") >= 0 || label.IndexOf("主责") >= 0)
        {
            return OwnerRole.Lead;
        }
        return label.IndexOf("配合") >= 0 || label.IndexOf("协办") >= 0 || label.IndexOf("参") >= 0 || label.IndexOf("协同") >= 0
            ? OwnerRole.Support
            : OwnerRole.Responsible;
    }

    private static void Add(List<Owner> owners, Phrase name, OwnerRole role, bool firstLeads)
    {
        if (Ranks.IsIn(name))
        {
            return;
        }
        name = name.Trim().TrimStart("由");
        foreach (var (mark, given) in Marks)
        {
            var at = name.IndexOf(mark);
            if (at > 0)
            {
                (name, role) = (name[..at], given);
                // “A、B牵头” names both.
                for (var before = owners.Count - 1; given != OwnerRole.Responsible && before >= 0
                    && owners[before].Role == OwnerRole.Responsible; before--)
                {
                    owners[before] = owners[before] with { Role = given };
                }
            }
        }
        name = name.TrimEnd("等按").Trim();
        var joint = BodyList.JointAfterFirst(name);
        if (joint > 0)
        {
            AddName(owners, name[..joint], role, firstLeads);
            Add(owners, name[(joint + 1)..], role, firstLeads);
            return;
        }
        AddName(owners, name, role, firstLeads);
    }

    private static void AddName(List<Owner> owners, Phrase name, OwnerRole role, bool firstLeads)
    {
        if (name.Length is > 1 and <= LongestName && owners.Count < MostOwners && !IsKnown(owners, name))
        {
            var lead = firstLeads && owners.Count == 0 && role == OwnerRole.Responsible;
            owners.Add(new Owner(name.ToString(), lead ? OwnerRole.Lead : role));
        }
    }

    private static bool IsKnown(List<Owner> owners, ReadOnlySpan<char> name)
    {
        foreach (var owner in owners)
        {
            if (name.SequenceEqual(owner.Name))
            {
                return true;
            }
        }
        return false;
    }

    private static readonly (string Mark, OwnerRole Role)[] Marks =
    [
        ("等按", OwnerRole.Responsible), ("按职责", OwnerRole.Responsible), ("按照职责", OwnerRole.Responsible), ("分别负责", OwnerRole.Responsible),
        ("牵头", OwnerRole.Lead), ("配合", OwnerRole.Support), ("协助", OwnerRole.Support), ("参与", OwnerRole.Support),
            ("负责", OwnerRole.Responsible),
    ];
}
