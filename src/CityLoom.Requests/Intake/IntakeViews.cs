using System.ComponentModel.DataAnnotations;
using CityLoom.City.Matters;

namespace CityLoom.Requests.Intake;

/// <summary>What the sender of a request is told.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Code">With the number it opens the request to the one who asked; null where the sender has no need of it.</param>
/// <param name="Service">Code of the category.</param>
/// <param name="Accountable">Code of the organization that answers for it.</param>
/// <param name="DueAt">By when, UTC; null while nobody has accepted it.</param>
public sealed record RaisedView(long Id, string Number, string? Code, string Service, string Accountable, DateTimeOffset? DueAt)
{
    internal static RaisedView Of(Raised raised) => new(
        raised.Matter.Id, raised.Matter.Number, raised.Request.Code, raised.Request.Service, raised.Matter.Accountable, raised.Matter.DueAt);
}

/// <summary>A step as the API shows it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="State">Where the request stood after it.</param>
/// <param name="Words">What was answered.</param>
public sealed record StepView(DateTimeOffset At, MatterState State, string? Words);

/// <summary>A followed request as the API shows it.</summary>
public sealed record FollowedView
{
    /// <summary>What people call it.</summary>
    public required string Number { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>The words.</summary>
    public required string Words { get; init; }

    /// <summary>Where it stands.</summary>
    public MatterState State { get; init; }

    /// <summary>The request in which this one goes on; null when it was not merged.</summary>
    public string? Lead { get; init; }

    /// <summary>Where that one stands.</summary>
    public MatterState? LeadState { get; init; }

    /// <summary>Code of the category.</summary>
    public required string Service { get; init; }

    /// <summary>Code of the organization that answers for it.</summary>
    public required string Accountable { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it is due, UTC.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What was last answered.</summary>
    public string? Answer { get; init; }

    /// <summary>What happened.</summary>
    public required IReadOnlyList<StepView> Steps { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<RequestMessage> Messages { get; init; }

    /// <summary>Addresses of its photos.</summary>
    public required IReadOnlyList<string> Photos { get; init; }

    /// <summary>How many others wait for the same.</summary>
    public int Joined { get; init; }

    /// <summary>True when the reader may answer whether it was solved.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>True when the reader may ask for it to be opened again.</summary>
    public bool MayReopen { get; init; }

    internal static FollowedView Of(FollowedRequest f, DateTimeOffset now) => new()
    {
        Number = f.Matter.Number, Title = f.Title, Words = f.Words, State = f.Matter.State, Lead = f.Lead.Id == f.Matter.Id ? null : f.Lead.Number, LeadState = f.Lead.Id == f.Matter.Id ? null : f.Lead.State, Service = f.Request.Service, Accountable = f.Matter.Accountable,
        RequestedAt = f.Request.RequestedAt, DueAt = f.Matter.DueAt, Answer = f.LastAnswer, Steps = [.. f.Steps.Select(s => new StepView(s.At, s.State, s.Words))],
        Messages = f.Messages, Photos = [.. f.Photos.Select(RequestPhotos.AddressOf)], Joined = f.Joined, MayAnswer = f.MayAnswer, MayReopen = f.MayReopen(now),
    };
}

/// <summary>Words to a request, by the code of the one who asked; staff need none.</summary>
public sealed record SaidWords
{
    /// <summary>The code; null for staff.</summary>
    public string? Code { get; init; }

    /// <summary>The words.</summary>
    [Required]
    public string Words { get; init; } = "";

    /// <summary>True when anybody may read them; for staff only.</summary>
    public bool Published { get; init; }
}

/// <summary>What somebody leaves who joins a request.</summary>
public sealed record Joining
{
    /// <summary>What they add.</summary>
    public string? Words { get; init; }

    /// <summary>How to reach them.</summary>
    public Contact? Contact { get; init; }
}

/// <summary>What the resident answers, by their code; staff who call back need none.</summary>
public sealed record Answering
{
    /// <summary>The code; null for staff.</summary>
    public string? Code { get; init; }

    /// <summary>Whether anybody had contacted them.</summary>
    public bool? Contacted { get; init; }

    /// <summary>Whether it was solved.</summary>
    public bool? Solved { get; init; }

    /// <summary>How content they are.</summary>
    public Satisfaction? Satisfaction { get; init; }

    /// <summary>What they say.</summary>
    public string? Words { get; init; }

    internal ResidentAnswer ToAnswer() => new() { Contacted = Contacted, Solved = Solved, Satisfaction = Satisfaction, Words = Words };
}

/// <summary>What somebody is told who joined a request.</summary>
/// <param name="Code">With the number it opens the request to them.</param>
public sealed record JoinedView(string Code);

/// <summary>Where a request stands after what was done.</summary>
/// <param name="Number">What people call it.</param>
/// <param name="State">Where it stands.</param>
public sealed record StateView(string Number, MatterState State)
{
    internal static Kernel.Outcome<StateView> Of(Matter matter) => new StateView(matter.Number, matter.State);
}
