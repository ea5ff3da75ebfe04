namespace CityLoom.Kernel.Storage;

/// <summary>
/// The text of a statement of a hot path, kept in a static field: each connection compiles it once and finds it again by reference.
/// Its parameters are <c>$1</c>, <c>$2</c> … in the order in which they first occur.
/// </summary>
/// <param name="sqlite">The text for SQLite.</param>
/// <param name="postgres">The text for PostgreSQL where it differs; null when it is the same.</param>
public sealed class Sql(string sqlite, string? postgres = null)
{
    /// <summary>The text for a database.</summary>
    public string For(Dialect dialect) => dialect == Dialect.Postgres ? postgres ?? sqlite : sqlite;
}
