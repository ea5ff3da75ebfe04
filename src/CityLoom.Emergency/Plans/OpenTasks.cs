using CityLoom.City;
using CityLoom.City.Matters;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Plans;

/// <summary>Opens those tasks of the level in force that were not opened yet, each as a part of the whole, offered to its organization.</summary>
internal static class OpenTasks
{
    /// <summary>The response and how many tasks were opened now.</summary>
    public static Outcome<(Activation Activation, int Opened)> Run(Writing writing, Plan plan, Activation activation, SignedIn by, CityContext city)
    {
        var known = ActivationBook.Tasks(writing, activation.Id).Select(t => t.Task).ToHashSet(StringComparer.Ordinal);
        var opened = 0;
        foreach (var task in plan.TasksAt(activation.Level).Where(t => !known.Contains(t.Code)))
        {
            if (OrganizationOf(task, activation.Territory, city) is not { } organization)
            {
                return PlanRefusals.NobodyFor(task);
            }

            var outcome = Open(writing, plan, task, activation, organization, by, city);
            if (!outcome.Is(out _, out var refusal))
            {
                return refusal;
            }

            opened++;
        }

        return (activation, opened);
    }

    /// <summary>Who does a task at a place: the organization it names, or whoever handles its category there.</summary>
    public static string? OrganizationOf(PlanTask task, string territory, CityContext city) =>
        task.Organization ?? city.Trees.Advice.HandlerOf(task.Duty!, territory)?.Code;

    private static Outcome<Matter> Open(
        Writing writing, Plan plan, PlanTask task, Activation activation, string organization, SignedIn by, CityContext city)
    {
        var now = city.Now;
        var finish = now.AddMinutes(task.FinishMinutes);
        return CreateMatter.Run(
            writing,
            new NewMatter
            {
                Kind = activation.Drill ? ActivatePlan.DrillKind : ActivatePlan.ResponseKind,
                Title = $"{ActivatePlan.Mark(activation.Drill)}{task.Title}",
                Words = $"{task.Words}\n《{plan.Name}》{activation.Level.Words().Zh}：{activation.Title}。{task.SignMinutes} 分钟内签收，{task.FinishMinutes} 分钟内办结。".Trim(),
                Territory = activation.Territory,
                Organization = activation.Organization,
                DispatchTo = organization,
                DueDate = city.Clock.DateOf(finish),
                Urgency = activation.Drill ? 0 : 2,
                Parent = activation.MatterId,
                RaisedBy = (ActivatePlan.Source, activation.Id),
            },
            city.For(by), city.Territories).Then<Matter>(matter =>
            {
                ActivationBook.AddTask(writing, activation.Id, new OpenedTask
                {
                    Task = task.Code, Step = task.Step, Level = activation.Level, Organization = organization, MatterId = matter.Id,
                    OpenedAt = now, SignDueAt = now.AddMinutes(task.SignMinutes), FinishDueAt = finish,
                });
                return matter;
            });
    }
}
