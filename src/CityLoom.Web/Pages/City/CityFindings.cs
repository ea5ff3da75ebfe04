using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Kernel.Storage;

namespace CityLoom.Web.Pages.City;

/// <summary>What the one-minute view has to say: the figures, the districts by code, and the matters that need somebody today.</summary>
/// <param name="Pulse">The figures of the whole city.</param>
/// <param name="Districts">Each district with its figures, by code.</param>
/// <param name="Worst">The districts with the highest share of overdue matters, highest first; none when nothing is overdue.</param>
/// <param name="Today">At most ten matters: overdue first, then behind, then near due.</param>
internal sealed record CityFindings(
    Pulse Pulse, IReadOnlyDictionary<string, MatterCount> Districts, IReadOnlyList<Territory> Worst, IReadOnlyList<Matter> Today)
{
    private const int MostToday = 10;
    private const int MostWorst = 2;

    /// <summary>A district is compared with others only from so many open matters: a single late one in three says little.</summary>
    private const int LeastCompared = 10;

    private static readonly Light[] Alarming = [Light.Overdue, Light.Behind, Light.Near];

    /// <summary>How many matters have a light that needs somebody.</summary>
    public int Waiting => Pulse.Total.Overdue + Pulse.Total.Behind + Pulse.Total.Near;

    /// <summary>What can be found of a city; <paramref name="readable"/> are the organizations whose confidential matters may be shown.</summary>
    public static async Task<CityFindings> FindAsync(Database database, CityPulse pulse, CityContext city, IReadOnlyCollection<string>? readable)
    {
        var figures = await pulse.FindAsync();
        var today = await database.ReadAsync(s => MostAlarming(s, city.Now, readable));
        var districts = city.Territories.OfLevel(TerritoryLevel.District)
            .ToDictionary(d => d.Code, d => figures.ByDistrict.GetValueOrDefault(CreateMatter.PlaceOf(d.Code, city.Territories)) ?? new MatterCount());
        var worst = districts.Where(d => d.Value is { Open: >= LeastCompared, Overdue: > 0 })
            .OrderByDescending(d => d.Value.OverdueShare).ThenBy(d => d.Key, StringComparer.Ordinal)
            .Take(MostWorst).Select(d => city.Territories.Find(d.Key)!);
        return new CityFindings(figures, districts, [.. worst], today);
    }

    /// <summary>Each light by its own index, until ten are found.</summary>
    private static List<Matter> MostAlarming(Session session, DateTimeOffset now, IReadOnlyCollection<string>? readable)
    {
        var found = new List<Matter>();
        foreach (var light in Alarming.Where(_ => found.Count < MostToday))
        {
            var filter = new MatterFilter { Open = true, Light = light, MayRead = readable, PageSize = MostToday - found.Count };
            found.AddRange(MatterSearch.Find(session, filter, now).Matters);
        }

        return found;
    }
}
