namespace CityLoom.Web.Parts;

/// <summary>A file attached as proof.</summary>
public sealed record FileView(string Name, string Href, long Bytes, DateTimeOffset At, string? By = null);
