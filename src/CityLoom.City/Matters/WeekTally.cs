namespace CityLoom.City.Matters;

/// <summary>The city at one moment of the past weeks, as the present rows tell it.</summary>
/// <param name="Open">Open at that moment.</param>
/// <param name="DueSoon">Of those, due within the seven days after it.</param>
/// <param name="Overdue">Of those, past due.</param>
/// <param name="Closed">Closed as done in the seven days before it.</param>
/// <param name="DoneWithDue">Of the closed, those with a due date.</param>
/// <param name="OnTime">Of those, reported done by then.</param>
public sealed record WeekTally(int Open, int DueSoon, int Overdue, int Closed, int DoneWithDue, int OnTime)
{
    /// <summary>Share of the closed that were done by their due date; null when none had one.</summary>
    public double? OnTimeShare => DoneWithDue == 0 ? null : (double)OnTime / DoneWithDue;
}
