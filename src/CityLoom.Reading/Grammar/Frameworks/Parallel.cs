namespace CityLoom.Reading.Grammar;

/// <summary>Tells whether words are built alike.</summary>
internal static class Parallel
{
    /// <summary>Members of a long run have at least so many characters.</summary>
    public const int ShortestLong = 6;

    /// <summary>Same beginning of two characters, same length, or a quoted key in each.</summary>
    public static bool IsHeadings(List<string> members) =>
        Prefix(members) >= 2 || members.TrueForAll(member => member.Contains('“'))
        || (members[0].Length is > 3 and < 14 && members.TrueForAll(member => member.Length == members[0].Length));

    /// <summary>A quoted key in each, or the same beginning and the same end: 实施甲行动, 实施乙行动.</summary>
    public static bool IsSeries(List<string> members) =>
        members.TrueForAll(member => member.Contains('“')) || (Prefix(members) >= 2 && Suffix(members) >= 2);

    /// <summary>Same beginning or end of two characters, or the same last character at the same length.</summary>
    public static bool IsRun(List<string> members) =>
        members.TrueForAll(HasKey) || Prefix(members) >= 4
        || (members.TrueForAll(member => member.Length == members[0].Length)
            && ((members[0].Length == 4 && (Prefix(members) >= 2 || Suffix(members) >= 2))
                || (members[0].Length == 3 && members[0][2] == '化') || (members.Count > 3 && members[0].Length > 3)
                || members.TrueForAll(member => member[0] == '一') || IsLongRun(members)));

    // 为企业降低成本、为基层减轻负担: long and without the 的 of mere description.
    public static bool IsLongRun(List<string> members) =>
        members[0].Length >= ShortestLong && members.TrueForAll(member => member.Length == members[0].Length) && members[0][0] != '把'
            && (members[0].Length > 7 || members.TrueForAll(member => !member.Contains('的')))
            && (Prefix(members) > 0 || Suffix(members) > 0);

    // 吹响“进”的号角: a quoted key of one or two characters.
    private static bool HasKey(string member)
    {
        var open = member.IndexOf('“', StringComparison.Ordinal);
        var close = member.IndexOf('”', StringComparison.Ordinal);
        return open >= 0 && close - open is 2 or 3;
    }

    public static string Shared(List<string> members)
    {
        var prefix = Prefix(members);
        return prefix >= 2 ? members[0][..prefix] : string.Join('、', members);
    }

    public static int Prefix(List<string> members)
    {
        var length = members.Min(member => member.Length);
        foreach (var member in members)
        {
            length = Math.Min(length, member.AsSpan().CommonPrefixLength(members[0]));
        }
        return length;
    }

    public static int Suffix(List<string> members)
    {
        var length = 0;
        var shortest = members.Min(member => member.Length);
        while (length < shortest && members.TrueForAll(member => member[^(length + 1)] == members[0][^(length + 1)]))
        {
            length++;
        }
        return length;
    }
}
