namespace CityLoom.Detection.Space;

/// <summary>Settings of the space-time detector.</summary>
/// <param name="Radius">A case strictly nearer than this belongs to a cluster.</param>
/// <param name="Epsilon">Relative rise of the rate inside a cluster that it is tuned for, above 0.</param>
/// <param name="Threshold">The statistic above which it alarms; for Shiryaev-Roberts about the cases between two false alarms.</param>
/// <param name="Rule">Sum or maximum.</param>
public sealed record WatchOptions(double Radius, double Epsilon, double Threshold, WatchRule Rule = WatchRule.ShiryaevRoberts);
