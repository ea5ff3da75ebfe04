using CityLoom.Reach.Inputs;

namespace CityLoom.Reach.Simulate;

/// <summary>One call, with everything about it that no plan changes, so that plans can be compared on the same calls.</summary>
/// <param name="At">Milliseconds since the beginning.</param>
/// <param name="Zone">Which zone, as an index.</param>
/// <param name="Priority">1 is served first.</param>
/// <param name="Answer">Seconds until the call is answered.</param>
/// <param name="Dispatch">Seconds until a unit is chosen.</param>
/// <param name="TurnOut">Seconds until the unit rolls.</param>
/// <param name="Scene">Seconds at the scene.</param>
/// <param name="Transport">Whether the patient is brought to a hospital.</param>
/// <param name="Handover">Seconds at the hospital.</param>
public sealed record Call(long At, int Zone, int Priority, double Answer, double Dispatch, double TurnOut, double Scene, bool Transport, double Handover);

/// <summary>How calls are drawn; the defaults are those of the Auckland case that goes with JEMSS.jl.</summary>
public sealed record CallRules
{
    /// <summary>Calls a day, on average.</summary>
    public required double PerDay { get; init; }

    /// <summary>Days to draw.</summary>
    public required double Days { get; init; }

    /// <summary>Seed; the same seed gives the same calls.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Share of calls of each priority.</summary>
    public IReadOnlyList<double> Priorities { get; init; } = [0.57, 0.245, 0.185];

    /// <summary>Seconds until a call is answered.</summary>
    public double Answer { get; init; } = 10;

    /// <summary>Seconds from the answer to the choice of a unit.</summary>
    public double Dispatch { get; init; } = 40;

    /// <summary>Mean seconds of turn-out, exponential.</summary>
    public double TurnOut { get; init; } = 60;

    /// <summary>Mean seconds at the scene, exponential.</summary>
    public double Scene { get; init; } = 720;

    /// <summary>Share of calls that end at a hospital.</summary>
    public double Transport { get; init; } = 0.8;

    /// <summary>Mean seconds at the hospital, exponential.</summary>
    public double Handover { get; init; } = 720;

    internal InputFault? Fault() =>
        PerDay is not (> 0 and <= 1_000_000) || Days is not (> 0 and <= 3660) || PerDay * Days > 20_000_000
            ? new InputFault("simulate.bad-rate", $"每日 {PerDay} 次、{Days} 天不合理（最多每日一百万次、十年、共两千万次）。", $"{PerDay} calls a day for {Days} days make no sense (at most a million a day, ten years, twenty million in all).")
        : Priorities.Count is < 1 or > 9 || Priorities.Any(share => share is not (>= 0 and <= 1)) || Math.Abs(Priorities.Sum() - 1) > 1e-6
            ? new InputFault("simulate.bad-priorities", "各优先级的份额须在 0 与 1 之间，总和为 1。", "The shares of the priorities must lie between 0 and 1 and sum to 1.")
        : new[] { Answer, Dispatch, TurnOut, Scene, Handover }.Any(seconds => seconds is not (>= 0 and <= 86_400)) || Transport is not (>= 0 and <= 1)
            ? new InputFault("simulate.bad-stage", "各阶段用时须在 0 到 86400 秒之间，转运率须在 0 与 1 之间。", "The stages must take 0 to 86,400 seconds, and the share of transports must lie between 0 and 1.") : null;
}
