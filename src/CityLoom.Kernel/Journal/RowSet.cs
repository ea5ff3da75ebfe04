namespace CityLoom.Kernel.Journal;

/// <summary>The rows of one table that belong to a subject.</summary>
/// <param name="Table">The table.</param>
/// <param name="Subject">The column that holds the subject's identity.</param>
/// <param name="Columns">The columns that the journal vouches for; those that change without an entry, such as counts of failed sign-ins, stay out.</param>
/// <param name="Order">The columns that put the rows of one subject in an order of their own.</param>
public sealed record RowSet(string Table, string Subject, string Columns, string Order);
