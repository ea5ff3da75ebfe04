namespace CityLoom.Reading.Grammar;

/// <summary>A clause with what it takes along (preposed phrases, continuations): the candidate for one span.</summary>
internal sealed class Unit
{
    /// <summary>First character, with the preposed phrases it takes along.</summary>
    public required int Start { get; set; }

    public required int End { get; set; }

    /// <summary>The clause that holds the act.</summary>
    public required Clause Head { get; init; }

    /// <summary>Where a clause of means in front begins: part of the unit only if the unit is an act.</summary>
    public int MeansStart { get; set; } = -1;

    /// <summary>A clause that only names who supports the act.</summary>
    public Range Support { get; set; }

    public bool HasSupport { get; set; }

    /// <summary>The clause that announced a list of states; its date holds for all of them.</summary>
    public Clause? Announcement { get; set; }

    public SignSet Signs { get; set; }

    public MeasureKind Kind { get; set; }

    public List<RuleNote>? Notes { get; set; }
}
