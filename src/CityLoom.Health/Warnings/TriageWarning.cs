using CityLoom.City;
using CityLoom.Health.Plans;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Health.Warnings;

/// <summary>A person judges a warning; what the response plan names for the new standing is opened in the same transaction.</summary>
public static class TriageWarning
{
    private const int OldestOnset = 120;

    /// <summary>Checks the act against the table and stores what it makes of the warning.</summary>
    public static Outcome<HealthWarning> Run(Writing writing, long id, TriageRequest request, SignedIn by, CityContext city)
    {
        if (!by.Is(Role.Epidemiologist))
        {
            return HealthRefusals.NotEpidemiologist;
        }

        return WarningBook.Take(writing, id) is not { } warning
            ? HealthRefusals.UnknownWarning
            : Apply(warning, request, city.Now, city.Clock).Then<HealthWarning>(next =>
            {
                var act = char.ToLowerInvariant(request.Act.ToString()[0]) + request.Act.ToString()[1..];
                var saved = WarningBook.Save(writing, next, city.Now, by.Actor, act, new { reason = request.Reason?.Trim(), from = warning.Stage, to = next.Stage, level = request.Level, onset = request.Onset });
                return FollowPlan.Run(writing, saved, city, by.Actor);
            });
    }

    /// <summary>What the act makes of the warning: the rule alone.</summary>
    internal static Outcome<HealthWarning> Apply(HealthWarning warning, TriageRequest request, DateTimeOffset now, CityClock clock)
    {
        var line = WarningTransitions.Of(request.Act);
        if (Refuse(warning, request, line, clock) is { } refusal)
        {
            return refusal;
        }

        var stage = line.To ?? warning.Stage;
        return warning with
        {
            Stage = stage,
            NotifiedAt = line.To is WarningStage.Verified ? warning.NotifiedAt ?? now : warning.NotifiedAt,
            EndedAt = WarningTransitions.IsOpen(stage) ? null : warning.EndedAt ?? now,
            JudgedLevel = request.Act == WarningAct.SetLevel ? request.Level : warning.JudgedLevel,
            Onset = request.Act == WarningAct.SetOnset ? request.Onset!.Value : warning.Onset,
            OnsetJudged = warning.OnsetJudged || request.Act == WarningAct.SetOnset,
        };
    }

    private static Refusal? Refuse(HealthWarning warning, TriageRequest request, WarningTransition line, CityClock clock) =>
        request.Version is { } seen && seen != warning.Version ? HealthRefusals.Changed
        : warning.MergedInto is { } older ? HealthRefusals.Merged(older)
        : !line.From.Contains(warning.Stage) ? HealthRefusals.NotNow(request.Act, warning.Stage)
        : line.NeedsReason && request.Reason?.Trim().Length is not (>= 2 and <= 2_000) ? HealthRefusals.NeedsReason
        : request.Act == WarningAct.SetLevel && request.Level is not (>= 1 and <= 4) ? HealthRefusals.NeedsLevel
        : request.Act == WarningAct.SetOnset && !Fits(request.Onset, clock.DateOf(warning.DetectedAt)) ? HealthRefusals.NeedsOnset
        : null;

    private static bool Fits(DateOnly? onset, DateOnly detected) => onset is { } day && day <= detected && day >= detected.AddDays(-OldestOnset);
}
