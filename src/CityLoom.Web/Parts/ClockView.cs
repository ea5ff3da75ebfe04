namespace CityLoom.Web.Parts;

/// <summary>Time left in words with the share of it that is used.</summary>
/// <param name="Light">The colour of the words.</param>
/// <param name="Words">"还剩 3 个工作日", "超期 4 小时", "2月24日办结".</param>
/// <param name="UsedPercent">0…100, or null where there is nothing left to measure (overdue, done, no due date).</param>
public sealed record ClockView(Light Light, string Words, int? UsedPercent = null);
