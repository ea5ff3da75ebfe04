namespace CityLoom.City.Rates;

/// <summary>The rates that the ledger of matters alone can tell; those of calls and of residents' answers come from the net of requests.</summary>
public static class MatterRates
{
    private const string Done = "state in ('Closed', 'Evaluated')";
    private const string Counts = "state not in ('Merged', 'Voided', 'NotAccepted', 'Suspended')";

    /// <summary>When a closed matter was reported done.</summary>
    private const string Finished = "coalesce(resolved_at, ended_at)";

    private const string Signed = "(offered is null and signed_at >= dispatched_at)";

    private const string ShouldClose =
        $"({Counts} and due_at is not null and case when {Done} and {Finished} < due_at then {Finished} else due_at end >= @countedFrom "
        + $"and case when {Done} and {Finished} < due_at then {Finished} else due_at end < @countedUntil)";

    private const string SignedInPeriod = $"(state not in ('Merged', 'Voided', 'ReturnRequested') and {Signed} and signed_at >= @countedFrom and signed_at < @countedUntil)";

    private static readonly MatterRate[] Known =
    [
        new(RateCatalogue.OnTimeClosing, ShouldClose, $"({ShouldClose} and {Done} and {Finished} < due_at)"),
        new(RateCatalogue.Closing, ShouldClose, $"({ShouldClose} and {Done} and ended_at < @countedUntil)"),
        new(RateCatalogue.TimelySign,
            $"(state not in ('Merged', 'Voided') and sign_due_at is not null and (({Signed} and signed_at >= @countedFrom and signed_at < @countedUntil) "
            + "or (offered is not null and sign_due_at >= @countedFrom and sign_due_at < @countedUntil)))",
            $"(state not in ('Merged', 'Voided') and sign_due_at is not null and {Signed} and signed_at >= @countedFrom and signed_at < @countedUntil and signed_at < sign_due_at)")
        { Unit = "coalesce(offered, accountable)" },
        new(RateCatalogue.CorrectDispatch, SignedInPeriod, $"({SignedInPeriod} and returns = 0)"),
        new(RateCatalogue.Rework, $"({Done} and ended_at >= @countedFrom and ended_at < @countedUntil)",
            $"({Done} and ended_at >= @countedFrom and ended_at < @countedUntil and reworks > 0)"),
        new(RateCatalogue.Flow, "(state not in ('Merged', 'Voided') and accepted_at >= @countedFrom and accepted_at < @countedUntil)",
            $"({Done} and ended_at >= @countedFrom and ended_at < @countedUntil)"),
        new(RateCatalogue.BacklogAge, Backlog, Backlog) { Weight = "((@countedUntil - accepted_at) / 86400000)" },
    ];

    private const string Backlog = $"({Counts} and accepted_at < @countedUntil and (ended_at is null or ended_at >= @countedUntil))";

    /// <summary>The rates in the order in which a page lists them; the first is shown when none is chosen.</summary>
    public static IReadOnlyList<Rate> All { get; } = [.. Known.Select(r => r.Rate)];

    /// <summary>How a rate is counted; null for one that matters alone can't tell.</summary>
    internal static MatterRate? Find(string code) => Array.Find(Known, r => r.Rate.Code == code);
}
