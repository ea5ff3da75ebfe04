using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Intake;

/// <summary>How content the resident is.</summary>
public enum Satisfaction
{
    /// <summary>满意.</summary>
    Satisfied,

    /// <summary>基本满意.</summary>
    MostlySatisfied,

    /// <summary>不满意.</summary>
    Dissatisfied,
}

/// <summary>What the resident answered when asked about a closed request; a question left out was not answered.</summary>
public sealed record ResidentAnswer
{
    /// <summary>Identity; 0 until it is stored.</summary>
    public long Id { get; init; }

    /// <summary>Whether anybody had contacted them.</summary>
    public bool? Contacted { get; init; }

    /// <summary>Whether it was solved.</summary>
    public bool? Solved { get; init; }

    /// <summary>How content they are.</summary>
    public Satisfaction? Satisfaction { get; init; }

    /// <summary>What they say.</summary>
    public string? Words { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The organization that had handled it.</summary>
    public string Organization { get; init; } = "";

    /// <summary>The answer in a round of a request's matter, of the one who asked or of one who joined; null when there is none.</summary>
    public static ResidentAnswer? Find(Session session, long request, int round, long join = Resident.Asked) => session.Row<ResidentAnswer>(
        "select id, contacted, solved, satisfaction, words, at, organization from request_answers where request_id = @request and round = @round and join_id = @join",
        new { request, round, join });
}
