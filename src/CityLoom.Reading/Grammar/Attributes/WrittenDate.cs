namespace CityLoom.Reading.Grammar;

/// <summary>A date as far as it is written; a missing part is 0.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="Length">Characters read.</param>
internal readonly record struct WrittenDate(int Year, int Month, int Day, int Length);
