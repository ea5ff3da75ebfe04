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

    private static void TakeBack(Writing writing, Activation drill, CityContext city)
    {
        var left = MatterBook.PartsOf(writing, drill.MatterId).Where(m => m.Open).Select(m => m.Id).Append(drill.MatterId);
        foreach (var matter in left)
        {
            _ = ActOnMatter.Run(writing, matter, new ActRequest { Act = Act.Void, Reason = "演练结束，未办结的演练任务收回。" }, city.For(null));
        }
    }
}
