namespace CityLoom.Detection.Cases;

/// <summary>One result file of the reference: its name, its columns and what makes its rows from a case.</summary>
internal sealed record CaseTable(string Name, string Columns, Func<CaseInput, IEnumerable<CaseRow>> Rows);
