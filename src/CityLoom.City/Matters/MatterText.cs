using CityLoom.Kernel.Storage;
using CityLoom.Kernel.Text;

namespace CityLoom.City.Matters;

/// <summary>The full-text index over titles and words of matters.</summary>
internal static class MatterText
{
    private static readonly Sql Insert = new(
        "insert into matter_text (rowid, words) values ($1, $2)", "insert into matter_text (rowid, words) values ($1, array_to_tsvector(string_to_array($2, ' ')))");

    /// <summary>The words of a matter as the index takes them.</summary>
    public static string Of(Matter matter) => Bigrams.ToIndex($"{matter.Title} {matter.Words}");

    /// <summary>Enters a matter's words.</summary>
    public static void Add(Writing writing, Matter matter) => Add(writing, matter.Id, Of(matter));

    /// <summary>Enters the words of a matter that were taken of it before.</summary>
    public static void Add(Writing writing, long matter, string words)
    {
        using var insert = writing.Begin(Insert);
        insert.Add(matter).Add(words).Execute();
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
