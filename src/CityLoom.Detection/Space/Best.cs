namespace CityLoom.Detection.Space;

/// <summary>The most likely zone and window so far.</summary>
/// <param name="Ratio">Logarithm of its likelihood ratio.</param>
/// <param name="Sites">How many sites the zone has.</param>
/// <param name="Window">The window.</param>
internal readonly record struct Best(double Ratio, int Sites, Window Window)
{
    /// <summary>Of two equally likely the one with the earlier window and the smaller zone.</summary>
    public bool YieldsTo(double ratio, int sites, Window window) =>
        ratio > Ratio || (ratio == Ratio && ratio > 0 && (window.Before(Window) || (window == Window && sites < Sites)));
}
