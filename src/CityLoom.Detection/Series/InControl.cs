using CityLoom.Detection.Settings;

namespace CityLoom.Detection.Series;

/// <summary>A mean in control that is known beforehand: one number for all periods, or a column beside the counts.</summary>
public sealed record InControl
{
    private readonly double _number;
    private readonly string? _column;

    private InControl(double number, string? column) => (_number, _column) = (number, column);

    /// <summary>The same mean for all periods, above 0.</summary>
    public static InControl Of(double number) => new(number, null);

    /// <summary>The mean that a column of the series gives for each period.</summary>
    public static InControl Column(string name) => new(double.NaN, name);

    /// <summary>The number; NaN for a column.</summary>
    public double Number => _number;

    /// <summary>The mean of a period.</summary>
    public double At(CountSeries series, int t) => _column is null ? _number : Values(series)[t];

    /// <summary>The mean over some periods.</summary>
    public double Mean(CountSeries series, int first, int count) => _column is null ? _number : Moment.Mean(Values(series).AsSpan(first, count));

    /// <exception cref="SettingsException">The series has no such column.</exception>
    private double[] Values(CountSeries series) => series.Columns.GetValueOrDefault(_column!)
        ?? throw new SettingsException($"{series.Name}: there is no column {_column}; there are {string.Join(", ", series.Columns.Keys.Order(StringComparer.Ordinal))}");
}
