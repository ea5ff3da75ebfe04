using CityLoom.City.Matters;
using CityLoom.Directives;
using Light = CityLoom.Web.Parts.Light;

namespace CityLoom.Web.Pages.Directives;

/// <summary>Measures counted by how they stand, worst first after what is done.</summary>
/// <param name="Done">Closed.</param>
/// <param name="Overdue">Open past due.</param>
/// <param name="Behind">Open and behind.</param>
/// <param name="Open">All others that are open, near due or not.</param>
public sealed record Shares(int Done, int Overdue, int Behind, int Open)
{
    /// <summary>All of them.</summary>
    public int All => Done + Overdue + Behind + Open;

    /// <summary>The same from the counts of a list.</summary>
    public static Shares Of(MatterCount count) => new(count.Done, count.Overdue, count.Behind, count.Open - count.Overdue - count.Behind);

    /// <summary>The same from measures, one by one.</summary>
    public static Shares Of(IEnumerable<MeasureProgress> measures, DateTimeOffset now)
    {
        var lights = measures.Where(m => m.Matter is not null).Select(m => m.Matter!.Shown(now)).ToList();
        var (done, overdue, behind) = (lights.Count(l => l == Light.Green), lights.Count(l => l == Light.Red), lights.Count(l => l == Light.Yellow));
        return new Shares(done, overdue, behind, lights.Count - done - overdue - behind);
    }

    /// <summary>The share done, 0…1; 0 of nothing.</summary>
    public double DoneShare => All == 0 ? 0 : (double)Done / All;
}
