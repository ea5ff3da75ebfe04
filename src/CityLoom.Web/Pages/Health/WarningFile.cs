using System.Text.Json;
using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.City.Territories;
using CityLoom.Detection.Fusion;
using CityLoom.Health.Plans;
using CityLoom.Health.Streams;
using CityLoom.Health.Sweeps;
using CityLoom.Health.Warnings;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Web.Parts;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Health;

/// <summary>All that the page of a warning shows.</summary>
internal sealed record WarningFile(
    HealthWarning Warning, Warning Memory, IReadOnlyList<HealthStream> Streams, IReadOnlyList<SeriesChart> Charts, IReadOnlyDictionary<string, double> Places,
    IReadOnlyList<Matter> Matters, Timeliness Times, IReadOnlyList<JournalEntry> Journal, IReadOnlyDictionary<long, string> Accounts, DateOnly From, DateOnly Until)
{
    private const int DaysBefore = 70;
    private const int DaysAfter = 21;

    /// <summary>The place whose streams are drawn.</summary>
    public string Place => Charts.Count > 0 ? Charts[0].Territory : Warning.Territory;

    /// <summary>The stream that moved it most.</summary>
    public HealthStream Lead => Charts.Count > 0 ? Charts[0].Stream : Streams[0];

    public static WarningFile? Find(Session session, long id, string? place, CityContext city, Neighbours neighbours)
    {
        if (WarningBook.Find(session, id) is not { } warning)
        {
            return null;
        }

        var memory = warning.Memory;
        var all = StreamBook.All(session);
        var own = all.FindAll(s => s.Condition == warning.Condition);
        var settings = SweepSettings.Load(session);
        var until = Min(city.Clock.Today, memory.LastSeen.AddDays(DaysAfter));
        var districts = city.Trees.Map.Boundaries.Select(b => b.Code).Where(c => city.Territories.Find(c)?.Level == TerritoryLevel.District).ToList();
        var journal = JournalBook.Of(session, HealthWarning.Subject, id);
        return new(
            warning, memory, all, ChartsOf(session, own, memory, warning, place is not null && memory.Places.ContainsKey(place) ? place : warning.Territory, until, settings, city.Clock),
            ChartSeries.Places(session, own, memory.LastSeen, settings, neighbours, districts, city.Clock).ToDictionary(p => p.Key, p => Math.Round(-Math.Log10(Math.Max(p.Value, 1e-12)), 1)),
            FollowPlan.MattersOf(session, id), Timeliness.Of(warning, Timeliness.Progress(session, [id]).GetValueOrDefault(id), city.Clock), journal,
            AccountBook.NamesOf(session, [.. journal.Select(e => e.Account).OfType<long>().Distinct()]), warning.Opened.AddDays(-DaysBefore), until);
    }

    /// <summary>The journal in words, the newest first; days that only confirm are told in one line.</summary>
    public IReadOnlyList<TimelineView> Timeline(Say say, HealthInWords words, CityContext city) =>
        [.. Journal.Where(e => e.Act != "seen").Reverse().Select(e => new TimelineView(e.At, Act(e.Act, say, words), By(e, say), Told(e, say, words), Convert.ToHexStringLower(e.Hash)))];

    private string By(JournalEntry entry, Say say) => entry.Account is { } account && Accounts.TryGetValue(account, out var name) ? name : say["health.system"];

    private static string Act(string act, Say say, HealthInWords words) =>
        Enum.TryParse<WarningAct>(act, ignoreCase: true, out var done) ? words.In(WarningWords.Of(done)) : say["health.did." + act];

    private static string? Told(JournalEntry entry, Say say, HealthInWords words)
    {
        using var data = JsonDocument.Parse(entry.Data);
        var details = data.RootElement.GetProperty("details");
        return details.TryGetProperty("reason", out var reason) ? reason.GetString()
            : details.TryGetProperty("places", out var places) && places.ValueKind == JsonValueKind.Array && places.GetArrayLength() > 0
                ? say["health.reached", ("places", say.List(places.EnumerateArray().Select(p => words.Place(p.GetString() ?? ""))))]
            : details.TryGetProperty("words", out var refused) ? refused.GetString() : null;
    }

    /// <summary>The streams of a place, those that moved the warning first.</summary>
    private static List<SeriesChart> ChartsOf(
        Session session, List<HealthStream> own, Warning memory, HealthWarning warning, string place, DateOnly until, SweepSettings settings, CityClock clock)
    {
        var finding = memory.Latest.FirstOrDefault(f => f.Territory == place) ?? memory.Strongest;
        var shares = finding.Contributions.Where(c => c.Signal.Territory == place).ToLookup(c => c.Signal.Source, c => c.Share);
        return [.. own.SelectMany(s => ChartSeries.Of(session, s, [place], until, until.DayNumber - warning.Opened.DayNumber + DaysBefore + 7, settings, clock))
            .OrderByDescending(c => shares[c.Stream.Source].DefaultIfEmpty(0).Max()).ThenBy(c => c.Stream.Code, StringComparer.Ordinal)];
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
}
