namespace CityLoom.City.Trees;

/// <summary>One row of a <see cref="CsvTable"/>.</summary>
public sealed class CsvRow(int line, IReadOnlyDictionary<string, int> places, string[] fields)
{
    /// <summary>Where the row begins, counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The field of a column; empty when the file has no such column.</summary>
    public string this[string column] => places.TryGetValue(column, out var place) ? fields[place] : "";

    /// <summary>The field, or null when it is empty.</summary>
    public string? OrNull(string column) => this[column] is { Length: > 0 } field ? field : null;

    /// <summary>The parts of a field that holds a list, parted by semicolons.</summary>
    public string[] List(string column) =>
        this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
