namespace CityLoom.Web.Parts;

/// <summary>A view of a list with its address and, where counted, how many it holds.</summary>
public sealed record TabView(string Words, string Href, bool Current, int? Count = null);
