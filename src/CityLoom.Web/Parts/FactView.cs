using Microsoft.AspNetCore.Components;

namespace CityLoom.Web.Parts;

/// <summary>A label and its value, as text with an optional link or as markup.</summary>
public sealed record FactView(string Label, string? Value = null, string? Href = null, string? Note = null, RenderFragment? Markup = null);
