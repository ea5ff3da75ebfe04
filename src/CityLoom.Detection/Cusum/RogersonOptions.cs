using CityLoom.Detection.Series;

namespace CityLoom.Detection.Cusum;

/// <summary>Settings of Rogerson's CUSUM for Poisson counts whose mean changes.</summary>
public sealed record RogersonOptions
{
    /// <summary>Mean in control; one number, or a column with one a period of the series.</summary>
    public InControl Mean { get; init; } = InControl.Of(1);

    /// <summary>Means for which the chart is designed beforehand; the nearest design serves a mean. Empty to design for each mean, those of a column to one decimal.</summary>
    public double[] Grid { get; init; } = [];

    /// <summary>Wanted number of periods between false alarms (ARL0).</summary>
    public double RunLength { get; init; } = 500;

    /// <summary>The rise to detect, in standard deviations of the mean in control (s).</summary>
    public double Shift { get; init; } = 1;

    /// <summary>True to begin at half the limit (fast initial response).</summary>
    public bool FastStart { get; init; }

    /// <summary>After an alarm the chart is cut back to this share of the limit; null leaves it.</summary>
    public double? CutBack { get; init; }
}
