using CityLoom.City.Rates;

namespace CityLoom.City.Matters;

/// <summary>Which matters a list shows. All parts together narrow it; a part that is null does not.</summary>
public sealed record MatterFilter
{
    /// <summary>The most rows of one page.</summary>
    public const int MostPerPage = 200;

    /// <summary>Organizations that have to act next.</summary>
    public IReadOnlyCollection<string>? Holders { get; init; }

    /// <summary>Organizations that answer for it or work on it.</summary>
    public IReadOnlyCollection<string>? Parties { get; init; }

    /// <summary>Path of the territory that it must lie in, as in <see cref="Matter.Place"/>.</summary>
    public string? Place { get; init; }

    /// <summary>Code of the kind.</summary>
    public string? Kind { get; init; }

    /// <summary>One state.</summary>
    public MatterState? State { get; init; }

    /// <summary>One light.</summary>
    public Light? Light { get; init; }

    /// <summary>Words that must occur.</summary>
    public string? Text { get; init; }

    /// <summary>What raised it.</summary>
    public string? Source { get; init; }

    /// <summary>Which of them raised it.</summary>
    public IReadOnlyCollection<long>? SourceIds { get; init; }

    /// <summary>True for those still open, false for those ended, null for both.</summary>
    public bool? Open { get; init; }

    /// <summary>Due after this instant.</summary>
    public DateTimeOffset? DueFrom { get; init; }

    /// <summary>Due before this instant.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Ended at or after this instant.</summary>
    public DateTimeOffset? EndedFrom { get; init; }

    /// <summary>Only those with an order, an extension or a return that waits for an answer.</summary>
    public bool Asking { get; init; }

    /// <summary>Only those that a number of a league table counts.</summary>
    public Counted? Counted { get; init; }

    /// <summary>Confidential matters are left out unless one of these organizations is a party; null shows all.</summary>
    public IReadOnlyCollection<string>? MayRead { get; init; }

    /// <summary>True when a matter may leave the list by the mere passing of time.</summary>
    internal bool GoesByTime => (Light, DueFrom, DueBefore, EndedFrom, Counted) is not (null, null, null, null, null);

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows per page.</summary>
    public int PageSize { get; init; } = 50;
}

/// <summary>A page of a list.</summary>
/// <param name="Matters">Due first, those without a date last; ended ones newest first.</param>
/// <param name="Total">How many there are in all, counted no further than <see cref="MostCounted"/>.</param>
public sealed record MatterPage(IReadOnlyList<Matter> Matters, int Total)
{
    /// <summary>Where counting stops: nobody pages through more.</summary>
    public const int MostCounted = 10_000;
}
