namespace CityLoom.Detection.Cases;

/// <summary>Lines for one result file.</summary>
/// <param name="File">Name of the file without <c>.csv</c>.</param>
/// <param name="Columns">The heading line.</param>
/// <param name="Lines">One line a judged point.</param>
public sealed record CaseResult(string File, string Columns, IReadOnlyList<string> Lines);
