namespace CityLoom.Detection.Space;

/// <summary>What was counted: cases by site and day, the days without any left out.</summary>
public sealed class CaseTable
{
    /// <summary>Adds up the cells; one site and day may come several times.</summary>
    /// <exception cref="ArgumentException">A cell outside the sites or days, a negative count, or more than 100 million cases.</exception>
    public CaseTable(int sites, int days, IEnumerable<CaseCount> cells)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sites, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        (Sites, Days) = (sites, days);
        (BySite, ByDay) = (new int[sites], new int[days]);
        Cells = [.. cells.Where(cell => Checked(cell).Cases > 0)];
        foreach (var (site, day, cases) in Cells)
        {
            BySite[site] += cases;
            ByDay[day] += cases;
        }
    }

    /// <summary>Number of sites.</summary>
    public int Sites { get; }

    /// <summary>Number of days, the last being today.</summary>
    public int Days { get; }

    /// <summary>All cases.</summary>
    public int Total { get; private set; }

    internal CaseCount[] Cells { get; }

    internal int[] BySite { get; }

    internal int[] ByDay { get; }

    private CaseCount Checked(CaseCount cell)
    {
        const int most = 100_000_000;
        if (cell.Site < 0 || cell.Site >= Sites || cell.Day < 0 || cell.Day >= Days)
        {
            throw new ArgumentException($"Site {cell.Site} on day {cell.Day} is outside {Sites} sites and {Days} days.", nameof(cell));
        }
        if (cell.Cases < 0 || cell.Cases > most - Total)
        {
            throw new ArgumentException($"{cell.Cases} cases at site {cell.Site} on day {cell.Day}: a count is 0 or more, {most} in all.", nameof(cell));
        }
        Total += cell.Cases;
        return cell;
    }
}
