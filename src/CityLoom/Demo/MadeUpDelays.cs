namespace CityLoom.Demo;

/// <summary>The demo's stream whose reports come late: schools send the rest of their absence lists for a week.</summary>
internal static class MadeUpDelays
{
    /// <summary>Its code.</summary>
    public const string Stream = "diarrhoea.school";

    /// <summary>For so many days before today it is told day by day.</summary>
    public const int Days = 75;

    /// <summary>The share of a day's count that is in at the first report and after each further day.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.55, 0.72, 0.83, 0.9, 0.95, 0.98, 1];

    /// <summary>What is told of a count after so many further days.</summary>
    public static int In(int count, int days) => days >= Shares.Count - 1 ? count : (int)Math.Round(count * Shares[days], MidpointRounding.AwayFromZero);
}
