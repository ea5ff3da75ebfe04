namespace CityLoom.Web.Charts;

/// <summary>A period on a chart of counts.</summary>
/// <param name="Date">Its last day.</param>
/// <param name="Value">What was counted; null when nothing was reported.</param>
/// <param name="Hidden">True when the count is kept from the reader; it is drawn hollow at a fixed height.</param>
/// <param name="Low">Lower edge of what is usual.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="High">The threshold.</param>
/// <param name="Alarm">Whether it is above.</param>
public sealed record SeriesPeriod(DateOnly Date, double? Value, bool Hidden, double? Low, double? Expected, double? High, bool Alarm)
{
    /// <summary>What it will come to once all reports are in, with an interval; null where they are, or where the count is kept from the reader.</summary>
    public SeriesEstimate? Estimate { get; init; }

    /// <summary>The height at which a hidden count is drawn.</summary>
    public const double HiddenAt = 2.5;
}

/// <summary>What a count will come to.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the interval that holds it in four of five cases.</param>
/// <param name="High">Upper end.</param>
public sealed record SeriesEstimate(double Value, double Low, double High);

/// <summary>A series of counts with what was expected and the threshold.</summary>
/// <param name="Title">What is counted, where.</param>
/// <param name="Unit">Unit after a number.</param>
/// <param name="Periods">Oldest first.</param>
/// <param name="From">First day of the axis, shared by charts under each other.</param>
/// <param name="Until">Last day of the axis.</param>
public sealed record SeriesView(string Title, string Unit, IReadOnlyList<SeriesPeriod> Periods, DateOnly From, DateOnly Until)
{
    /// <summary>Where the title leads; null for no link.</summary>
    public string? Href { get; init; }

    /// <summary>Said beside the title: the method, the share.</summary>
    public string? Note { get; init; }

    /// <summary>A day to be marked with a line: when the warning was opened.</summary>
    public DateOnly? Mark { get; init; }

    /// <summary>What the mark says.</summary>
    public string MarkWords { get; init; } = "";
}
