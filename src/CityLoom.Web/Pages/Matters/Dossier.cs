using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Directives;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Web.Pages.Matters;

/// <summary>Everything that is known of one matter, read at one moment.</summary>
public sealed record Dossier(Matter Matter)
{
    /// <summary>The matter of which it is a part.</summary>
    public Matter? Whole { get; init; }

    /// <summary>Its parts, in the order in which they were made.</summary>
    public required IReadOnlyList<Matter> Parts { get; init; }

    /// <summary>The parts' own parts, by part.</summary>
    public required IReadOnlyDictionary<long, MatterCount> PartsOfParts { get; init; }

    /// <summary>What shows that it was done, newest first.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Its chain in the journal, oldest first.</summary>
    public required IReadOnlyList<JournalEntry> Journal { get; init; }

    /// <summary>Names of the accounts that acted.</summary>
    public required IReadOnlyDictionary<long, string> Names { get; init; }

    /// <summary>Supervision orders, newest first.</summary>
    public required IReadOnlyList<SupervisionOrder> Orders { get; init; }

    /// <summary>Levels that heard of it, newest first.</summary>
    public required IReadOnlyList<EscalationNotice> Escalations { get; init; }

    /// <summary>Monthly reports, newest first.</summary>
    public required IReadOnlyList<ProgressReport> Reports { get; init; }

    /// <summary>The sentences it comes from, each with its document.</summary>
    public required IReadOnlyList<(ReviewedMeasure Measure, Directive Document)> Origins { get; init; }

    /// <summary>What does not hold in its chain; empty when all is well.</summary>
    public IReadOnlyList<JournalFault> Faults => JournalVerifier.FaultsIn(Journal);

    /// <summary>True while a part of it is still open, so that it cannot be reported done.</summary>
    public bool WaitsForParts => Parts.Any(p => p.Open);

    /// <summary>The matter with all that belongs to it; null when there is none.</summary>
    public static Dossier? Find(Session session, long id, CityContext city)
    {
        if (MatterBook.Find(session, id) is not { } matter)
        {
            return null;
        }

        var parts = MatterBook.PartsOf(session, id);
        var journal = JournalBook.Of(session, MatterBook.Subject, id);
        return new Dossier(matter)
        {
            Whole = matter.Parent is { } parent ? MatterBook.Find(session, parent) : null,
            Parts = parts,
            PartsOfParts = MatterCounts.ByParent(session, [.. parts.Select(p => p.Id)], city.Now),
            Evidence = EvidenceBook.Of(session, id),
            Journal = journal,
            Names = AccountBook.NamesOf(session, [.. journal.Select(e => e.Account).OfType<long>().Distinct()]),
            Orders = SupervisionBook.OrdersOn(session, id),
            Escalations = SupervisionBook.EscalationsOf(session, id),
            Reports = ProgressBook.Of(session, id),
            Origins = OriginsOf(session, matter),
        };
    }

    /// <summary>A part comes from the sentence of its whole.</summary>
    private static List<(ReviewedMeasure, Directive)> OriginsOf(Session session, Matter matter)
    {
        var measures = DirectiveBook.MeasuresOfMatter(session, matter.Id);
        if (measures.Count == 0 && matter.Parent is { } whole)
        {
            measures = DirectiveBook.MeasuresOfMatter(session, whole);
        }

        return measures.ConvertAll(m => (m, DirectiveBook.Find(session, m.DirectiveId)!));
    }
}
