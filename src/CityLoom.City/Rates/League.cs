using CityLoom.City.Indicators;

namespace CityLoom.City.Rates;

/// <summary>A league table that carries its formula: ranked units best first, then the small ones by name without a rank.</summary>
public sealed record League
{
    private League(Rate rate, int minimumVolume, IReadOnlyList<LeagueRow> rows, LeagueRow total) =>
        (Rate, MinimumVolume, Rows, Total) = (rate, minimumVolume, rows, total);

    /// <summary>The rate and its formula.</summary>
    public Rate Rate { get; }

    /// <summary>The denominator from which a unit is ranked.</summary>
    public int MinimumVolume { get; }

    /// <summary>The units.</summary>
    public IReadOnlyList<LeagueRow> Rows { get; }

    /// <summary>All units together, unranked.</summary>
    public LeagueRow Total { get; }

    /// <summary>The formula as printed under the table.</summary>
    public Bilingual Formula => (Rate with { MinimumVolume = MinimumVolume }).Formula;

    /// <summary>Makes the table of a rate.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="tallies">The counts, each unit once.</param>
    /// <param name="minimumVolume">Another minimum than the rate's own.</param>
    /// <exception cref="ArgumentException">A unit's counts can't be: a part larger than its whole, a negative count, a unit twice.</exception>
    public static League Of(Rate rate, IEnumerable<Tally> tallies, int? minimumVolume = null)
    {
        var minimum = minimumVolume ?? rate.MinimumVolume;
        var units = tallies.ToList();
        Check(rate, units);
        var ranked = units.Where(t => t.Denominator >= Math.Max(minimum, 1)).ToList();
        ranked.Sort((a, b) => Better(rate, a, b) is not 0 and var order ? order : string.CompareOrdinal(a.Unit, b.Unit));
        var rows = new List<LeagueRow>(units.Count);
        for (var i = 0; i < ranked.Count; i++)
        {
            var ties = i > 0 && Better(rate, ranked[i - 1], ranked[i]) == 0;
            rows.Add(Row(rate, ranked[i], ties ? rows[i - 1].Rank : i + 1));
        }
        rows.AddRange(units.Except(ranked).OrderBy(t => t.Unit, StringComparer.Ordinal).Select(t => Row(rate, t, null)));
        return new(rate, minimum, rows, Row(rate, new("", units.Sum(t => t.Numerator), units.Sum(t => t.Denominator)), null));
    }

    private static LeagueRow Row(Rate rate, Tally tally, int? rank) => new(
        tally.Unit, tally.Numerator, tally.Denominator,
        Rate.Quotient(tally.Numerator, tally.Denominator), rate.IntervalOf(tally.Numerator, tally.Denominator), rank);

    /// <summary>Compares two quotients exactly, crosswise, so that 1/3 and 2/6 are equal; below 0 where the first is better.</summary>
    private static int Better(Rate rate, Tally a, Tally b)
    {
        var order = ((Int128)b.Numerator * a.Denominator).CompareTo((Int128)a.Numerator * b.Denominator);
        return rate.Direction == Direction.HigherIsBetter ? order : -order;
    }

    private static void Check(Rate rate, List<Tally> units)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tally in units)
        {
            if (!seen.Add(tally.Unit))
                throw new ArgumentException($"Unit '{tally.Unit}' is counted twice.", nameof(units));
            if (tally.Denominator < 0 || (tally.Numerator < 0 && rate.Shape != RateShape.Reduction))
                throw new ArgumentException($"Unit '{tally.Unit}' has a negative count.", nameof(units));
            if (rate.Shape is RateShape.Proportion or RateShape.Reduction && tally.Numerator > tally.Denominator)
                throw new ArgumentException($"Unit '{tally.Unit}' has a part larger than its whole ({tally.Numerator} of {tally.Denominator}).", nameof(units));
        }
    }
}
