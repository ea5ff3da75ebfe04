using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Text;

namespace CityLoom.City.Matters;

/// <summary>The full-text index over titles and words of matters.</summary>
internal static class MatterText
{
    private static readonly Sql Insert = new(
        "insert into matter_text (rowid, words) values ($1, $2)", "insert into matter_text (rowid, words) values ($1, array_to_tsvector(string_to_array($2, ' ')))");

    /// <summary>Enters a matter's words.</summary>
    public static void Add(Writing writing, Matter matter)
    {
        using var insert = writing.Begin(Insert);
        insert.Add(matter.Id).Add(Bigrams.ToIndex($"{matter.Title} {matter.Words}")).Execute();
    }

    /// <summary>The condition that finds a query, with its value; null when the query holds no word.</summary>
    public static (string Condition, string Value)? Condition(Dialect dialect, string query)
    {
        var words = Bigrams.Query(query);
        if (words.Count == 0)
        {
            return null;
        }

        return dialect == Dialect.Sqlite
            ? ("id in (select rowid from matter_text where matter_text match @words)", string.Join(" AND ", words.Select(w => Bigrams.IsBeginning(w) ? $"\"{w}\"*" : $"\"{w}\"")))
            : ("id in (select rowid from matter_text where words @@ cast(@words as tsquery))", string.Join(" & ", words.Select(w => Bigrams.IsBeginning(w) ? $"'{w}':*" : $"'{w}'")));
    }
}
