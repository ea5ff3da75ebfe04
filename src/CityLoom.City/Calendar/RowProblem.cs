namespace CityLoom.City.Calendar;

/// <summary>Something wrong in one line of a file that was read.</summary>
/// <param name="Line">The line's number as an editor counts, from 1.</param>
/// <param name="Problem">What is wrong, where, and how to mend it.</param>
public readonly record struct RowProblem(int Line, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Problem}";
}
