using CityLoom.City;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>
/// Raises or lowers the level of a response. What the new level wants and was not opened yet is opened; nothing is opened twice, and
/// nothing that was begun is taken away from those who do it.
/// </summary>
public static class ChangeLevel
{
    /// <summary>The response and how many tasks were opened. The level that is in force already changes nothing.</summary>
    public static Outcome<(Activation Activation, int Opened)> Run(Writing writing, long id, ResponseLevel level, string? reason, SignedIn by, CityContext city)
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
            return PlanRefusals.Ended;
        }

        if (activation.Level == level)
        {
            return (activation, 0);
        }

        var plan = PlanBook.Read(writing, activation.PlanId, activation.Version)!;
        if (plan.Levels.All(l => l.Level != level))
        {
            return PlanRefusals.NoLevel;
        }

        return OpenTasks.Run(writing, plan, activation with { Level = level }, by, city).Then<(Activation, int)>(done => (
            ActivationBook.Save(
                writing, done.Activation, city.Now, by.Actor, level < activation.Level ? "raised" : "lowered",
                new { from = activation.Level.ToString(), to = level.ToString(), opened = done.Opened, reason = reason?.Trim() }),
            done.Opened));
    }
}
