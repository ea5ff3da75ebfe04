namespace CityLoom.Reading;

/// <summary>
/// What a directive says: its clean text, the facts of the document, and every span that commits somebody to something.
/// All offsets count UTF-16 code units of <see cref="CleanText"/>; ends are exclusive.
/// </summary>
/// <param name="CleanText">The text a person should see: no debris, Simplified script, one paragraph a line.</param>
/// <param name="Document">Title, issuer, meeting, date, place and kind, each null where the text does not say.</param>
/// <param name="Measures">Spans in the order of the text; they never overlap and never cross a paragraph.</param>
/// <param name="Frameworks">Enumerations with a common heading (五张网, 四条路径), each listed once.</param>
/// <param name="Bodies">Offices and bodies the text names, each once, never persons.</param>
/// <param name="Warnings">What the reader saw and could not mend; empty for a clean document.</param>
public sealed record DirectiveReading(
    CleanText CleanText,
    DocumentFacts Document,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<Framework> Frameworks,
    IReadOnlyList<Body> Bodies,
    IReadOnlyList<ReadingWarning> Warnings);
