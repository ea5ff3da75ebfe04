namespace CityLoom.Reading.Grammar;

/// <summary>Finds enumerations with a common heading: headings, quoted lists, counted lists, parallel runs.</summary>
internal static class FrameworkReader
{
    private const int Most = 100;
    private const int MostMembers = 30;

    public static List<Framework> Read(Draft draft)
    {
        var found = new List<Framework>();
        HeadingFrameworks.Add(draft, found);
        OpeningFrameworks.Add(draft, found);
        foreach (var line in draft.Lines)
        {
            if (line.Kind == LineKind.Body)
            {
                QuotedFrameworks.Add(draft, line, found);
                CountedFrameworks.Add(draft, line, found);
                ParallelFrameworks.Add(draft, line, found);
                if (!draft.IsPlan)
                {
                    FieldFrameworks.Add(draft, line, found);
                }
            }
        }
        return found;
    }

    /// <summary>Adds the framework unless one with the same members is there.</summary>
    public static void AddOnce(List<Framework> found, string name, List<string> members)
    {
        if (found.Count < Most && members.Count <= MostMembers
            && !IsKnown(found, members))
        {
            found.Add(new Framework(name, members));
        }
    }

    private static bool IsKnown(List<Framework> found, List<string> members)
    {
        foreach (var other in found)
        {
            if (Overlap(other.Members, members) * 2 > Math.Min(other.Members.Count, members.Count))
            {
                return true;
            }
        }
        return false;
    }

    private static int Overlap(IReadOnlyList<string> one, List<string> other)
    {
        var shared = 0;
        for (var at = 0; at < one.Count; at++)
        {
            shared += HoldsSame(other, one[at]) ? 1 : 0;
        }
        return shared;
    }

    private static bool HoldsSame(List<string> members, string member)
    {
        foreach (var same in members)
        {
            if (same.Length >= member.Length ? same.AsSpan().IndexOf(member) >= 0 : member.AsSpan().IndexOf(same) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
