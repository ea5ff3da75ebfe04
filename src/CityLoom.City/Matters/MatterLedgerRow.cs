using CityLoom.City.Calendar;

namespace CityLoom.City.Matters;

/// <summary>Writes one matter as a row of the ledger, in one language.</summary>
internal sealed class MatterLedgerRow(CityContext city, string language)
{
    /// <summary>The values in the order of the ledger's columns.</summary>
    public object?[] Of(int number, Matter m, ProgressReport? report)
    {
        var light = m.LightAt(city.Now);
        return
        [
            number, m.Number, m.Title, m.Words.Length == 0 || m.Words == m.Title ? null : m.Words,
            MatterKinds.Of(m.Kind) is var kind ? new Bilingual(kind.Name, kind.English).In(language) : null,
            Place(m.Territory), Organization(m.Accountable), Organization(m.Handling),
            string.Join('、', m.Supports.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Organization)),
            Day(m.AcceptedAt), Due(m), Clock(m), light == Light.None ? null : MatterWords.Of(light).In(language), MatterWords.Of(m.State).In(language),
            m.Progress / 100.0, report is null ? null : $"{report.Period}：{report.Words}",
            m.Extensions, m.Suspensions, Order(m.Supervision), m.State.IsDone() ? Day(m.EndedAt) : null,
        ];
    }

    private string? Organization(string? code) => city.Organizations.Find(code) is not { } found ? code
        : new Bilingual(found.ShortName, found.EnglishName).In(language);

    private string Place(string? territory)
    {
        var names = city.Territories.Upwards(territory ?? "").Where(t => t.ParentCode is not null).Select(t => t.Name).Reverse().ToList();
        return names.Count > 0 ? string.Join(' ', names) : new Bilingual("全市", "Whole city").In(language);
    }

    private DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? city.Clock.DateOf(at) : null;

    /// <summary>The last day on which it is in time: a due instant of 24:00 belongs to the day that ends with it.</summary>
    private DateOnly? Due(Matter m) => Day(m.DueAt?.AddMilliseconds(-1));

    private string? Clock(Matter m) => m.Open && m.State != MatterState.Suspended && m.Clock(city.Time)?.FaceAt(m.ResolvedAt ?? city.Now) is { } face
        ? face.Words.In(language)
        : null;

    private string? Order(SupervisionColour colour) => colour switch
    {
        SupervisionColour.Blue => new Bilingual("蓝", "blue").In(language),
        SupervisionColour.Yellow => new Bilingual("黄", "yellow").In(language),
        SupervisionColour.Red => new Bilingual("红", "red").In(language),
        _ => null,
    };
}
