namespace CityLoom.Reading;

/// <summary>Facts of the document as a whole; null means that the text does not say.</summary>
/// <param name="Title">The document's own title, without the name of the page that carried it.</param>
/// <param name="Issuer">The body that decided or published.</param>
/// <param name="Meeting">The meeting that is reported or that decided.</param>
/// <param name="Date">Day of the act or meeting as <c>YYYY-MM-DD</c>, <c>YYYY-MM</c> or <c>YYYY</c>.</param>
/// <param name="Place">The territory it governs, as written (武汉市, 北京市通州区).</param>
/// <param name="Kind">The genre of the document.</param>
public sealed record DocumentFacts(
    string? Title = null,
    string? Issuer = null,
    string? Meeting = null,
    string? Date = null,
    string? Place = null,
    DocumentKind? Kind = null);
