using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;

namespace CityLoom.City;

/// <summary>What rules and pages need to know of the city at this moment: clock, trees, working time. Shared and thread-safe.</summary>
public sealed class CityContext(CityClock clock, CityTreesBook trees, CalendarBook calendar)
{
    /// <summary>The present instant, UTC.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>The city's clock.</summary>
    public CityClock Clock => clock;

    /// <summary>The present trees and what is looked up in them.</summary>
    public CityTrees Trees => trees.Present;

    /// <summary>The division tree.</summary>
    public TerritoryTree Territories => trees.Present.Territories;

    /// <summary>The tree of accountable organizations.</summary>
    public OrganizationTree Organizations => trees.Present.Organizations;

    /// <summary>Working time.</summary>
    public WorkingTime Time => calendar.Time;

    /// <summary>The same city at another instant; for what is told or tried in another time.</summary>
    public CityContext At(DateTimeOffset instant) => new(new CityClock(new StoppedTime(instant), clock.Zone), trees, calendar);

    /// <summary>What an act by this person is judged by now; null for the system.</summary>
    public ActContext For(SignedIn? who) => new(who, clock.Now, Organizations, Time);

    /// <summary>The organizations and all below them.</summary>
    public IReadOnlyCollection<string> Below(IEnumerable<string> codes)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            all.Add(code);
            foreach (var below in Organizations.Descendants(code))
            {
                all.Add(below.Code);
            }
        }

        return all;
    }

    /// <summary>Whose confidential matters this person may read: null for everybody's, when an auditor or supervisor of the top.</summary>
    public IReadOnlyCollection<string>? Readable(SignedIn who) =>
        who.Grants.Any(g => g.Role is Role.Auditor or Role.Supervisor && Organizations.Find(g.Organization)?.ParentCode is null)
            ? null
            : Below(who.Grants.Select(g => g.Organization));

    /// <summary>True when this person may read the matter.</summary>
    public bool MayRead(SignedIn who, Matter matter) =>
        !matter.Confidential || Readable(who) is not { } readable || readable.Contains(matter.Holder) || readable.Contains(matter.Accountable);

    private sealed class StoppedTime(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
