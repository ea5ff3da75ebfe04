using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Locate;

/// <summary>A place where a unit may stand.</summary>
/// <param name="Place">Its name in the table of road times.</param>
/// <param name="Existing">Units that stand there already and stay.</param>
/// <param name="Most">Units that it can take; 0 where it is forbidden.</param>
/// <param name="Capacity">The weight that it can serve; null for no limit.</param>
public sealed record CandidateSite(string Place, int Existing, int Most, double? Capacity)
{
    /// <summary>
    /// Reads <c>place[,state,existing,most,capacity]</c> as CSV, or says what is wrong in which line; the state is <c>existing</c>,
    /// <c>forbidden</c> or empty.
    /// </summary>
    public static Checked<IReadOnlyList<CandidateSite>> Read(string name, TextReader text) => InputFaultException.Catch<IReadOnlyList<CandidateSite>>(() =>
    {
        var sites = new Dictionary<string, CandidateSite>(StringComparer.Ordinal);
        foreach (var row in Sheet.Read(name, text, "place").Rows)
        {
            var site = Of(row);
            if (!sites.TryAdd(site.Place, site))
            {
                throw row.Fault("sheet.twice", $"站址 {site.Place} 出现两次。", $"The site {site.Place} appears twice.");
            }
        }

        return sites.Count > 0 ? [.. sites.Values] : throw Sheet.Fault(name, 1, "sheet.no-rows", "没有数据行。", "There are no rows.");
    });

    private static CandidateSite Of(SheetRow row)
    {
        var state = row.Text("state").ToLowerInvariant();
        if (state is not ("" or "existing" or "forbidden" or "candidate"))
        {
            throw row.Fault("sheet.bad-state", $"state 是“{state}”，应为 existing、forbidden、candidate 或空。", $"The state is \"{state}\"; it must be existing, forbidden, candidate or empty.");
        }

        var existing = (int)row.Whole("existing", 0, 10_000, state == "existing" ? 1 : 0);
        var most = (int)row.Whole("most", 0, 10_000, state == "forbidden" ? 0 : Math.Max(1, existing));
        return existing > most || (state == "forbidden" && most > 0)
            ? throw row.Fault("locate.contrary-rules", $"站址 {row.Text("place")} 已有 {existing} 个，却最多只能放 {most} 个（或被禁止）。", $"The site {row.Text("place")} has {existing} units but may hold {most} (or is forbidden).")
            : new CandidateSite(row.Needed("place"), existing, most, row.Text("capacity").Length == 0 ? null : row.Number("capacity", 0, 1e12));
    }
}
