namespace CityLoom.City.Calendar;

/// <summary>What became of the rows of a file of cases.</summary>
/// <param name="Rows">Rows read, without the header.</param>
/// <param name="Bad">Rows that could not be understood; their due is empty.</param>
/// <param name="Provisional">Rows whose due rests on days that no notice covers.</param>
/// <param name="Suspended">Rows whose clock stands in a pause without an end; their due is empty.</param>
public sealed record CaseTally(long Rows, long Bad, long Provisional, long Suspended);
