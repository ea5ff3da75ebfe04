namespace CityLoom.Reading.Grammar;

/// <summary>One paragraph and its part in the layout.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">After the last character.</param>
/// <param name="Kind">Its part.</param>
/// <param name="Level">Depth of its number, 0 without one.</param>
/// <param name="BodyStart">Where the text after number and bold heading begins.</param>
/// <param name="Heading">The heading, empty where there is none.</param>
/// <param name="InItem">True for a numbered paragraph and for one under a numbered heading.</param>
internal readonly record struct Line(int Start, int End, LineKind Kind, int Level, int BodyStart, Range Heading, bool InItem)
{
    public bool HasHeading => Heading.End.Value > Heading.Start.Value;
}
