using System.Text.Json;
using CityLoom.Kernel.Journal;

namespace CityLoom.City.Matters;

/// <summary>A matter as the API shows it.</summary>
public sealed record MatterView
{
    /// <summary>Identity.</summary>
    public long Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Number { get; init; }

    /// <summary>Code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>The full words.</summary>
    public required string Words { get; init; }

    /// <summary>Where it stands.</summary>
    public MatterState State { get; init; }

    /// <summary>Its light now.</summary>
    public Light Light { get; init; }

    /// <summary>The organization that answers for it.</summary>
    public required string Accountable { get; init; }

    /// <summary>The organization working on it.</summary>
    public string? Handling { get; init; }

    /// <summary>The organization to which it is offered.</summary>
    public string? Offered { get; init; }

    /// <summary>Codes of the organizations that support it.</summary>
    public required IReadOnlyList<string> Supports { get; init; }

    /// <summary>Its category.</summary>
    public string? Category { get; init; }

    /// <summary>Its territory.</summary>
    public string? Territory { get; init; }

    /// <summary>The matter of which it is a part.</summary>
    public long? Parent { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is due, UTC.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>True when the due date waits for the calendar's next notice.</summary>
    public bool Provisional { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Per cent done by the last report.</summary>
    public int? Progress { get; init; }

    /// <summary>How high it was escalated.</summary>
    public int EscalationLevel { get; init; }

    /// <summary>The supervision order that waits for an answer.</summary>
    public SupervisionColour Supervision { get; init; }

    /// <summary>Approved extensions.</summary>
    public int Extensions { get; init; }

    /// <summary>Suspensions.</summary>
    public int Suspensions { get; init; }

    /// <summary>Grows with each act.</summary>
    public int Version { get; init; }

    /// <summary>The view of a matter at an instant.</summary>
    public static MatterView Of(Matter m, DateTimeOffset now) => new()
    {
        Id = m.Id, Number = m.Number, Kind = m.Kind, Title = m.Title, Words = m.Words, State = m.State, Light = m.LightAt(now),
        Accountable = m.Accountable, Handling = m.Handling, Offered = m.Offered,
        Supports = m.Supports.Split(';', StringSplitOptions.RemoveEmptyEntries), Category = m.Category, Territory = m.Territory,
        Parent = m.Parent, CreatedAt = m.CreatedAt, DueAt = m.DueAt, Provisional = m.Provisional, EndedAt = m.EndedAt, Progress = m.Progress,
        EscalationLevel = m.EscalationLevel, Supervision = m.Supervision, Extensions = m.Extensions, Suspensions = m.Suspensions, Version = m.Version,
    };
}

/// <summary>A page of matters.</summary>
/// <param name="Total">How many in all, counted no further than <see cref="MatterPage.MostCounted"/>.</param>
/// <param name="Matters">Those of this page.</param>
public sealed record MatterListView(int Total, IReadOnlyList<MatterView> Matters);

/// <summary>An entry of a matter's journal.</summary>
/// <param name="Seq">Position in its chain.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Account">By which account; null for the system.</param>
/// <param name="Organization">For which organization.</param>
/// <param name="Act">What.</param>
/// <param name="Data">Details, as they were hashed.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
public sealed record JournalLineView(int Seq, DateTimeOffset At, long? Account, string? Organization, string Act, JsonElement Data, string Hash)
{
    /// <summary>The view of an entry.</summary>
    public static JournalLineView Of(JournalEntry e) =>
        new(e.Seq, e.At, e.Account, e.Organization, JsonNamingPolicy.CamelCase.ConvertName(e.Act), JsonSerializer.Deserialize<JsonElement>(e.Data), Convert.ToHexStringLower(e.Hash));
}

/// <summary>A matter's clock, explained.</summary>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="WarnAt">When the light turns yellow.</param>
/// <param name="Share">Share of the working time used.</param>
/// <param name="Words">What the clock says, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Steps">How it was reckoned, in Chinese.</param>
/// <param name="EnglishSteps">The same in English.</param>
public sealed record ClockView(
    DateTimeOffset? DueAt, DateTimeOffset? WarnAt, double? Share, string? Words, string? English, IReadOnlyList<string> Steps, IReadOnlyList<string> EnglishSteps)
{
    /// <summary>The clock of a matter now.</summary>
    public static ClockView Of(Matter matter, CityContext city)
    {
        var clock = matter.Clock(city.Time);
        var face = clock?.FaceAt(matter.ResolvedAt ?? matter.EndedAt ?? city.Now);
        var steps = clock?.Explain() ?? [];
        return new ClockView(
            matter.DueAt, matter.WarnAt, face?.Share, face?.Words.Zh, face?.Words.En,
            [.. steps.Select(s => s.Zh)], [.. steps.Select(s => s.En)]);
    }
}
