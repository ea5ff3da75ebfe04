using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>
/// Ends a response. Its tasks are matters and are brought to their end by those who have them; what is left of a drill is taken back,
/// since nobody is to work on it any longer.
/// </summary>
public static class EndActivation
{
    /// <summary>The response, ended; ended again it is as it was.</summary>
    public static Outcome<Activation> Run(Writing writing, long id, string? words, SignedIn by, CityContext city)
    {
        if (ActivationBook.Take(writing, id) is not { } activation)
        {
            return PlanRefusals.NoActivation;
        }

        if (!ActivatePlan.MayCommand(by, activation.Organization, city))
        {
            return PlanRefusals.NotYours;
        }

        if (activation.EndedAt is not null)
        {
            return activation;
        }

        if (string.IsNullOrWhiteSpace(words) || words.Length > 5_000)
        {
            return PlanRefusals.NoWords;
        }

        var ended = ActivationBook.Save(writing, activation with { EndedAt = city.Now }, city.Now, by.Actor, "ended", new { words = words.Trim() });
        if (activation.Drill)
        {
            TakeBack(writing, activation, city);
        }

        return ended;
    }

    /// <summary>What was reported done is closed, the rest taken back, the whole last.</summary>
    private static void TakeBack(Writing writing, Activation drill, CityContext city)
    {
        foreach (var matter in MatterBook.PartsOf(writing, drill.MatterId).Where(m => m.Open))
        {
            var act = matter.ResolvedAt is null ? Act.Void : Act.Close;
            _ = ActOnMatter.Run(writing, matter.Id, new ActRequest { Act = act, Reason = "演练结束。" }, city.For(null)).Value;
        }

        _ = ActOnMatter.Run(writing, drill.MatterId, new ActRequest { Act = Act.Resolve, Reason = "演练结束。" }, city.For(null)).Value;
        _ = ActOnMatter.Run(writing, drill.MatterId, new ActRequest { Act = Act.Close }, city.For(null)).Value;
    }
}
