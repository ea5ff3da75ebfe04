namespace CityLoom.Verbs;

/// <summary>What <c>cityloom detect</c> was asked to do with its files.</summary>
/// <param name="Method">Name of the detector.</param>
/// <param name="Settings">JSON file of settings.</param>
/// <param name="Json">Print JSON lines.</param>
/// <param name="Csv">Print CSV.</param>
/// <param name="PeriodsPerYear">365, 52 or 12; null to tell from the dates.</param>
/// <param name="Last">Judge only this many last periods; null for all that can be judged.</param>
internal sealed record DetectRequest(string Method, FileInfo? Settings, bool Json, bool Csv, int? PeriodsPerYear, int? Last);
