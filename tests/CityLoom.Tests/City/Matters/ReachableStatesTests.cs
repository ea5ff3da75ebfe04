using CityLoom.City.Matters;
using CityLoom.Kernel.Accounts;

namespace CityLoom.Tests.City.Matters;

/// <summary>Every situation that a matter can get into, found by trying everything from everywhere: none is missing, none is a dead end.</summary>
public sealed class ReachableStatesTests
{
    private static readonly string[] Offices = [SmallTown.Hall, SmallTown.District, SmallTown.East];
    private static readonly SignedIn[] People = [.. Offices.SelectMany(o => new[] { SmallTown.Someone(o), SmallTown.Another(o) })];

    /// <summary>Ways out that need no work done; a matter must be able to end well without them.</summary>
    private static readonly Act[] GivingUp = [Act.Void, Act.Merge, Act.Decline];

    public static TheoryData<string> Kinds => [.. MatterKinds.All.Select(k => k.Code)];

    /// <summary>What makes two matters the same situation: all that decides what may happen next.</summary>
    private sealed record Situation(
        MatterState State, MatterState? Back, string Accountable, string? Handling, string? Offered, bool Asked, bool Ordered, long? ResolvedBy)
    {
        public static Situation Of(Matter m) => new(
            m.State, m.Back, m.Accountable, m.Handling, m.Offered, m.ExtensionAsked is not null, m.Supervision != SupervisionColour.None, m.ResolvedBy);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_step_of_the_kind_is_reached_and_from_everywhere_it_can_be_closed(string kind)
    {
        var (ways, acts) = Explore(kind);

        var states = ways.Keys.Select(s => s.State).Distinct().ToList();
        var expected = MatterKinds.Of(kind).Steps.Concat(
            [MatterState.ReturnRequested, MatterState.Suspended, MatterState.Merged, MatterState.Voided]);
        Assert.Empty(expected.Except(states));
        Assert.Equal(MatterKinds.Of(kind).Steps.Contains(MatterState.Reported), states.Contains(MatterState.NotAccepted));
        Assert.Empty(states.Where(s => s is < MatterState.ReturnRequested or MatterState.Resolved or MatterState.Checking or MatterState.Closed or MatterState.Evaluated)
            .Except(MatterKinds.Of(kind).Steps));
        Assert.Empty(DeadEnds(ways));
        Assert.Empty(Enum.GetValues<Act>().Except(acts).Except(Unused(kind)));
    }

    /// <summary>Acts for whose steps the kind has no use.</summary>
    private static IEnumerable<Act> Unused(string kind) => Transitions.All
        .Where(t => t.To is { } to && (int)to <= (int)MatterState.Evaluated && to is not (MatterState.ReturnRequested or MatterState.Suspended))
        .Where(t => t.Act != Act.Sign && !MatterKinds.Of(kind).Steps.Contains(t.To!.Value))
        .Select(t => t.Act)
        .Concat(MatterKinds.Of(kind).Steps.Contains(MatterState.Reported) ? [] : [Act.Verify, Act.Register, Act.Decline])
        .Concat(MatterKinds.Of(kind).Steps.Contains(MatterState.Signed) ? [] : [Act.Start]);

    private static (Dictionary<Situation, HashSet<Situation>> Ways, HashSet<Act> Acts) Explore(string kind)
    {
        var first = SmallTown.New(kind, term: "days:3");
        var ways = new Dictionary<Situation, HashSet<Situation>>();
        var acts = new HashSet<Act>();
        var waiting = new Queue<Matter>([first]);
        while (waiting.TryDequeue(out var matter))
        {
            if (!ways.TryAdd(Situation.Of(matter), []))
            {
                continue;
            }

            foreach (var (act, next) in Next(matter))
            {
                acts.Add(act);
                if (!GivingUp.Contains(act))
                {
                    ways[Situation.Of(matter)].Add(Situation.Of(next));
                }

                if (!ways.ContainsKey(Situation.Of(next)))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return (ways, acts);
    }

    private static IEnumerable<(Act Act, Matter Next)> Next(Matter matter)
    {
        foreach (var line in Transitions.All)
        {
            var now = line.Act == Act.Escalate ? SmallTown.Monday.AddDays(30) : SmallTown.Monday.AddMinutes(1);
            foreach (var person in line.By == Party.System ? new SignedIn?[] { null } : People)
            {
                foreach (var office in line.Act is Act.Dispatch or Act.HandOver ? Offices : [SmallTown.Hall])
                {
                    var request = new ActRequest
                    {
                        Act = line.Act, Organization = office, Reason = "已核", Until = new DateOnly(2026, 6, 30), Into = 9, Colour = SupervisionColour.Red,
                        Progress = 50, Period = "2026-03", File = "0badcafe",
                    };
                    if (matter.Apply(request, SmallTown.At(person, now)).Is(out var next, out _))
                    {
                        yield return (line.Act, next);
                    }
                }
            }
        }
    }

    /// <summary>Open situations from which no way leads to a matter closed as done or not accepted.</summary>
    private static IEnumerable<Situation> DeadEnds(Dictionary<Situation, HashSet<Situation>> ways)
    {
        var good = ways.Keys.Where(s => !s.State.IsOpen()).ToHashSet();
        var before = -1;
        while (before != good.Count)
        {
            before = good.Count;
            good.UnionWith(ways.Where(w => w.Value.Overlaps(good)).Select(w => w.Key).ToList());
        }

        return ways.Keys.Except(good);
    }
}
