namespace CityLoom.Reading.Grammar;

/// <summary>What the stages of one reading share.</summary>
internal sealed class Draft
{
    public required string Text { get; init; }

    public required int[] Mates { get; init; }

    public required List<Line> Lines { get; init; }

    public required DocumentKind Kind { get; init; }

    public required bool Explain { get; init; }

    /// <summary>True for plans and notices, whose items need no modal to be directives.</summary>
    public bool IsPlan => Kind is DocumentKind.Plan or DocumentKind.Notice;

    public ReadOnlySpan<char> Slice(int start, int end) => Text.AsSpan(start, end - start);

    public string Words(Range range) => Text[range];
}
