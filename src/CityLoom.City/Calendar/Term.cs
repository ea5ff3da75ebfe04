using System.Globalization;

namespace CityLoom.City.Calendar;

/// <summary>How long something may take in working time.</summary>
/// <remarks>
/// Zero is allowed and means at once: zero working days end with the day of acceptance itself, zero working minutes at
/// the moment of acceptance.
/// </remarks>
public readonly record struct Term
{
    /// <summary>The longest term in working days, some 140 years: anything above is a slip of the pen.</summary>
    public const int MostDays = 36_500;

    /// <summary>The longest term in working minutes, as many as <see cref="MostDays"/> of seven hours.</summary>
    public const int MostMinutes = MostDays * 7 * 60;

    private Term(TermUnit unit, int count)
    {
        Unit = unit;
        Count = count;
    }

    /// <summary>Working days or working minutes.</summary>
    public TermUnit Unit { get; }

    /// <summary>How many of them; never negative.</summary>
    public int Count { get; }

    /// <summary>A term of working days, 0 to <see cref="MostDays"/>.</summary>
    public static Term Days(int count) => new(TermUnit.WorkingDays, Checked(count, MostDays));

    /// <summary>A term of working minutes, 0 to <see cref="MostMinutes"/>.</summary>
    public static Term Minutes(int count) => new(TermUnit.WorkingMinutes, Checked(count, MostMinutes));

    /// <summary>Reads <c>days:5</c> or <c>mins:240</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Term term, out string problem)
    {
        term = default;
        text = text.Trim();
        var days = text.StartsWith("days:", StringComparison.OrdinalIgnoreCase);
        if (!days && !text.StartsWith("mins:", StringComparison.OrdinalIgnoreCase))
            problem = $"'{text}' is not a term; write days:5 or mins:240";
        else if (!long.TryParse(text[5..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            problem = $"'{text[5..]}' is not a number of {(days ? "days" : "minutes")}, or far too large a one";
        else if (count < 0)
            problem = $"a term can't be negative ({text})";
        else if (count > (days ? MostDays : MostMinutes))
            problem = $"a term has at most {(days ? MostDays : MostMinutes)} working {(days ? "days" : "minutes")} ({text})";
        else
        {
            term = days ? Days((int)count) : Minutes((int)count);
            problem = "";
        }
        return problem.Length == 0;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => $"{(Unit == TermUnit.WorkingDays ? "days" : "mins")}:{Count}";

    private static int Checked(int count, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, most);
        return count;
    }
}
