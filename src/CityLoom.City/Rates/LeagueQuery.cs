namespace CityLoom.City.Rates;

/// <summary>Which league table is wanted, as an address says it.</summary>
public sealed record LeagueQuery
{
    /// <summary>What units are compared.</summary>
    public LeagueUnits? By { get; init; }

    /// <summary>The first day; the first of this month twelve weeks ago when none is said.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, included; today when none is said.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The query with its days set, the first never after the last.</summary>
    public LeagueQuery On(DateOnly today)
    {
        var to = To is { } asked && asked < today ? asked : today;
        var from = From ?? new DateOnly(to.Year, to.Month, 1).AddMonths(-2);
        return this with { By = By ?? LeagueUnits.District, From = from < to ? from : to, To = to };
    }
}

/// <summary>What units a league table compares.</summary>
public enum LeagueUnits
{
    /// <summary>Districts, by where a matter is.</summary>
    District,

    /// <summary>Streets and towns, by where a matter is.</summary>
    Street,

    /// <summary>Organizations, by who answers for a matter.</summary>
    Unit,
}
