namespace CityLoom.City.Calendar;

/// <summary>An unbroken stretch of office time on a working day, open at its start and until, not including, its end.</summary>
/// <param name="OpensAt">Minutes after midnight at which the office opens, 0–1439.</param>
/// <param name="ClosesAt">Minutes after midnight at which it closes, 1–1440 (1440 is 24:00).</param>
public readonly record struct OfficeSession(int OpensAt, int ClosesAt);
