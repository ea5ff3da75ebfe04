namespace CityLoom.Reading.Grammar;

/// <summary>Leaves out what follows the words of a clause: owner notes, addresses and contacts in brackets.</summary>
internal static class Trailers
{
    public static void Trim(Draft draft, Clause clause)
    {
        var text = draft.Text;
        if (text[clause.Start] is '（' or '(' && draft.Mates[clause.Start] >= clause.End - 1
            && IsNote(draft.Slice(clause.Start, clause.End)))
        {
            clause.End = clause.Start;
            return;
        }
        if (clause.Length < 4 || text[clause.End - 1] is not ('）' or ')'))
        {
            return;
        }
        var open = clause.End - 1;
        while (open > clause.Start && draft.Mates[open] != clause.End - 1)
        {
            open--;
        }
        if (open > clause.Start && IsNote(draft.Slice(open, clause.End)))
        {
            clause.End = open;
        }
    }

    private static bool IsNote(Phrase bracket) =>
        OwnerNotes.IsNote(bracket) || bracket.IndexOf('@') > 0 || bracket.Contains("电话：")
        || bracket.Contains("邮箱") || bracket.Contains("联系人");
}
