namespace CityLoom.Detection.Series;

/// <summary>What a detector says of one period, in one form for all detectors.</summary>
/// <param name="Index">Position of the period in its series, from 0.</param>
/// <param name="Observed">The count that was judged.</param>
/// <param name="Expected">What was expected; NaN where the method has no such notion.</param>
/// <param name="Threshold">The count above which there is an alarm, or the limit of the statistic for charts; NaN when not judged.</param>
/// <param name="Statistic">The method's own measure of how unusual the count is; greater is more unusual.</param>
/// <param name="PValue">Probability of a count at least as large without an outbreak; NaN where the method has none.</param>
/// <param name="Alarm">True when the method calls an alarm.</param>
public readonly record struct Finding(
    int Index, double Observed, double Expected, double Threshold, double Statistic, double PValue, bool Alarm);
