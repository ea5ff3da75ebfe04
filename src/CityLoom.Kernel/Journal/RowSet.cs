namespace CityLoom.Kernel.Journal;

/// <summary>The rows of one table that belong to a subject.</summary>
/// <param name="Table">The table.</param>
/// <param name="Subject">The column that holds the subject's identity, or an expression of the row's columns that gives it; <see cref="Only"/> where a table belongs to the one subject there is.</param>
/// <param name="Columns">The columns that the journal vouches for; those that change without an entry, such as counts of failed sign-ins, stay out.</param>
public sealed record RowSet(string Table, string Subject, string Columns)
{
    /// <summary>The identity, 1, of a subject of which there is only one, such as the city's calendar.</summary>
    public const string Only = "1";
}
