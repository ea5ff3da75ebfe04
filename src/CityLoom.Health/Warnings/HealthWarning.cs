using System.Text.Json.Serialization;
using CityLoom.Detection.Fusion;

namespace CityLoom.Health.Warnings;

/// <summary>Signals fused into something a person must judge: what the sweep knows of it, and how far people have come.</summary>
public sealed record HealthWarning
{
    /// <summary>The name under which warnings stand in the journal, and under which they raise matters.</summary>
    public const string Subject = "health-warning";

    /// <summary>Identity; 0 until it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Condition, place and day that it was opened with; stays for life.</summary>
    public string Key { get; init; } = "";

    /// <summary>Code of the condition.</summary>
    public string Condition { get; init; } = "";

    /// <summary>The place it began at.</summary>
    public string Territory { get; init; } = "";

    /// <summary>The day whose sweep opened it.</summary>
    public DateOnly Opened { get; init; }

    /// <summary>The last day with a finding of it.</summary>
    public DateOnly LastSeen { get; init; }

    /// <summary>The gravest level that the sweep gave it, 1 to 4.</summary>
    public int Level { get; init; }

    /// <summary>The level that a person set; null while nobody did.</summary>
    public int? JudgedLevel { get; init; }

    /// <summary>How far people have come.</summary>
    public WarningStage Stage { get; init; }

    /// <summary>Since when the sweep has let it rest; null while findings may still join it.</summary>
    public DateOnly? QuietSince { get; init; }

    /// <summary>The older warning it turned out to be part of.</summary>
    public long? MergedInto { get; init; }

    /// <summary>The day on which it emerged: the first remarkable period behind it, unless a person set it.</summary>
    public DateOnly Onset { get; init; }

    /// <summary>True when a person set it.</summary>
    public bool OnsetJudged { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset DetectedAt { get; init; }

    /// <summary>When it was first verified, by which those who must answer were told, UTC.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    /// <summary>When it was closed or dropped, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The fusion's own memory of it as JSON.</summary>
    public string State { get; init; } = "";

    /// <summary>Counts its changes.</summary>
    public int Version { get; init; }

    /// <summary>The level in force: that of a person, unless the sweep found it graver since.</summary>
    [JsonIgnore]
    public WarningLevel LevelNow => (WarningLevel)(JudgedLevel ?? Level);

    /// <summary>The fusion's own memory of it.</summary>
    [JsonIgnore]
    public Warning Memory => HealthJson.Read<Warning>(State) ?? throw new InvalidDataException($"Warning {Id} has lost its state.");

    /// <summary>True while people have something to do with it.</summary>
    [JsonIgnore]
    public bool Open => MergedInto is null && WarningTransitions.IsOpen(Stage);

    internal static string Write(Warning memory) => HealthJson.Write(memory);
}
