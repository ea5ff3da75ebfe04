namespace CityLoom.Reading.Grammar;

/// <summary>Who is told to act, by the subject of the clause.</summary>
internal static class Owners
{
    private const int LongestSubject = 24;

    private static readonly WordSet Offices = new("主要", "负责", "书记", "领导", "班子", "干部", "一把手", "党政", "同志");

    /// <summary>True for subjects that answer for nothing: 全市上下, 我们.</summary>
    public static bool IsEveryone(Phrase subject)
    {
        subject = Subjects.Trimmed(subject);
        return subject.TryLongest(WordClass.Everyone, out var word) && word.Length == subject.Length;
    }

    /// <summary>The owners that a subject names; empty for everyone, for things and for persons.</summary>
    public static List<Owner> OfSubject(Phrase subject, Phrase after)
    {
        subject = Subjects.Trimmed(subject);
        var owners = new List<Owner>();
        if (subject.IsEmpty || subject.Length > LongestSubject * 2 || IsEveryone(subject))
        {
            return owners;
        }
        var role = after.StartsWith("牵头") || after.StartsWith("会同") ? OwnerRole.Lead : OwnerRole.Responsible;
        subject = subject[Time(subject)..];
        var at = AddBodies(subject, role, owners);
        if (at == 0 && subject.Length <= LongestSubject)
        {
            owners.Add(new Owner(WithoutEach(subject).ToString(), role));
        }
        else if (at > 0 && at < subject.Length && !IsOffice(subject[at..]))
        {
            AddUnknown(subject, at, role, owners);
        }
        AddTogether(after, owners);
        return owners;
    }

    // After known names the rest is one more name (A和B), or the last name goes on with words that no rule knows and is taken whole.
    private static void AddUnknown(Phrase subject, int at, OwnerRole role, List<Owner> owners)
    {
        if (subject[at] is '和' or '与' or '及' or '、' && subject.Length - at is > 2 and <= LongestSubject)
        {
            owners.Add(new Owner(subject[(at + 1)..].TrimEnd("等").ToString(), role));
            return;
        }
        var start = subject[..at].LastIndexOf('、') + 1;
        owners[^1] = new Owner(subject[start..].ToString(), role);
    }

    /// <summary>Owners named inside the act: 由A牵头, 由A会同B负责, 由A向B反馈.</summary>
    public static List<Owner> ByAgent(Phrase words)
    {
        var owners = new List<Owner>();
        var at = words.IndexOf('由');
        if (at < 0)
        {
            return owners;
        }
        var rest = words[(at + 1)..];
        var length = BodyList.Length(rest);
        if (length == 0)
        {
            return owners;
        }
        var after = rest[length..];
        if (!after.Opens(WordClass.Verb | WordClass.Adverb | WordClass.Frontal))
        {
            return owners;
        }
        AddBodies(rest, after.StartsWith("牵头") || after.StartsWith("会同") ? OwnerRole.Lead : OwnerRole.Responsible, owners);
        AddTogether(after, owners);
        if (after.StartsWith("牵头，") || after.StartsWith("牵头,") || after.StartsWith("牵头、"))
        {
            AddBodies(after[3..], OwnerRole.Support, owners);
        }
        return owners;
    }

    /// <summary>True when the act itself says who does it and names no body: 由企业进行补缴.</summary>
    public static bool NamesOtherAgent(Phrase words)
    {
        var at = words.IndexOf('由');
        return at >= 0 && words[(at + 1)..].TryLongest(WordClass.Class, out var agent)
            && words[(at + 1 + agent.Length)..].Opens(WordClass.Verb | WordClass.Core);
    }

    /// <summary>The bodies of 乙局、丙局配合, which support.</summary>
    public static List<Owner> OfSupport(Phrase words)
    {
        var owners = new List<Owner>();
        AddBodies(words, OwnerRole.Support, owners);
        return owners;
    }

    private static int Time(Phrase subject) =>
        subject.TryLongest(WordClass.Soon, out var time) ? time.Length : 0;

    private static int AddBodies(Phrase subject, OwnerRole role, List<Owner> owners)
    {
        var at = 0;
        while (at < subject.Length)
        {
            var joint = at == 0 ? 0 : subject[at] is '、' or '和' or '与' or '及' or '，' ? 1 : -1;
            var length = joint < 0 ? 0 : BodyNames.Length(subject[(at + joint)..]);
            if (length == 0)
            {
                break;
            }
            owners.Add(new Owner(subject.Slice(at + joint, length).ToString(), role));
            at += joint + length;
        }
        return at;
    }

    // 会同B、C: they support.
    private static void AddTogether(Phrase after, List<Owner> owners)
    {
        if (after.StartsWith("会同"))
        {
            AddBodies(WithoutGeneric(after[2..]), OwnerRole.Support, owners);
        }
    }

    // 会同相关部门 names nobody.
    private static Phrase WithoutGeneric(Phrase words) =>
        words.TryLongest(WordClass.BodyGeneric, out var generic)
            && generic.Length == BodyNames.Length(words) ? default : words;

    private static bool IsOffice(Phrase rest)
    {
        return Offices.Opens(rest) || rest[0] == '等' || rest.Span is "分别";
    }

    private static Phrase WithoutEach(Phrase subject)
    {
        foreach (var each in new[] { "每一个", "每个", "每一家", "每家", "广大" })
        {
            if (subject.StartsWith(each) && subject.Length > each.Length + 1)
            {
                return subject[each.Length..];
            }
        }
        return subject;
    }
}
