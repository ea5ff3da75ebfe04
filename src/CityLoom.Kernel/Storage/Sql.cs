using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CityLoom.Kernel.Storage;

/// <summary>
/// The text of a statement of a hot path, kept in a static field: each connection compiles it once and finds it again by reference.
/// Its parameters are <c>$1</c>, <c>$2</c> … in the order in which they first occur.
/// </summary>
/// <param name="sqlite">The text for SQLite.</param>
/// <param name="postgres">The text for PostgreSQL where it differs; null when it is the same.</param>
public sealed partial class Sql(string sqlite, string? postgres = null)
{
    /// <summary>When so many texts are known, knowing them starts anew.</summary>
    private const int Most = 1_000;
    private static readonly ConcurrentDictionary<string, Sql> Put = new();

    /// <summary>The names of the parameters in their order, where they were named.</summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>The text for a database.</summary>
    public string For(Dialect dialect) => dialect == Dialect.Postgres ? postgres ?? sqlite : sqlite;

    /// <summary>The statement of a text that is put together of parts, with parameters such as <c>@name</c>; the same for the same text.</summary>
    public static Sql Of(string text)
    {
        if (Put.Count > Most)
        {
            Put.Clear();
        }

        return Put.GetOrAdd(text, Numbered);
    }

    private static Sql Numbered(string text)
    {
        var names = new List<string>();
        var numbered = Parameter.Replace(text, match =>
        {
            var name = match.Value[1..];
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            return $"${names.IndexOf(name) + 1}";
        });
        return new Sql(numbered) { Names = names };
    }

    [GeneratedRegex(@"(?<!@)@[A-Za-z_]\w*")]
    private static partial Regex Parameter { get; }
}
