namespace CityLoom.City.Export;

/// <summary>A table to be written to a file: what a desk prints or works on in a spreadsheet.</summary>
public sealed record Sheet
{
    /// <summary>What stands over the table when it is printed.</summary>
    public required string Title { get; init; }

    /// <summary>A line under the title: which filter, as of when, by which formula.</summary>
    public string Note { get; init; } = "";

    /// <summary>The foot of each printed page; <c>&amp;P</c> is its number, <c>&amp;N</c> how many there are.</summary>
    public string Foot { get; init; } = "&P / &N";

    /// <summary>The columns from left to right.</summary>
    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>The rows; each has a value or null for each column: text, number or <see cref="DateOnly"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }
}

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Width">How wide it is printed, in characters of the default font.</param>
/// <param name="Format">How its values are written.</param>
public sealed record SheetColumn(string Heading, double Width, SheetFormat Format = SheetFormat.Text);

/// <summary>How the values of a column are written.</summary>
public enum SheetFormat
{
    /// <summary>Words, in several lines where they are long.</summary>
    Text,

    /// <summary>A count.</summary>
    Count,

    /// <summary>A number with up to two decimals.</summary>
    Number,

    /// <summary>A share of 0…1, written as per cent.</summary>
    Share,

    /// <summary>A civil date.</summary>
    Date,
}
