using CityLoom.Tests.Support;

namespace CityLoom.Tests.Durability;

/// <summary>A matter as its clerk knows it: only what the server has acknowledged.</summary>
internal sealed record Acknowledged(long Id, string Number, string Title, string State, int Version, int Steps);

/// <summary>
/// Makes matters and moves them along, one after the other. When the server is gone or busy it sends the same request again with the
/// same key until it is acknowledged.
/// </summary>
internal sealed class Clerk(CityStaff staff, string tag, int number, Random random)
{
    private readonly List<Acknowledged> _matters = [];
    private int _acknowledgements;

    /// <summary>Everything acknowledged.</summary>
    public IReadOnlyList<Acknowledged> Matters => _matters;

    /// <summary>How many requests were acknowledged so far; read by others while the clerk works.</summary>
    public int Acknowledgements => Volatile.Read(ref _acknowledgements);

    /// <summary>How often a request had to be sent again.</summary>
    public int Retries { get; private set; }

    /// <summary>Works until told to stop, and finishes the request in hand.</summary>
    public async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await RaiseOne(stop);
        }
    }

    private async Task RaiseOne(CancellationToken stop)
    {
        var title = $"{tag} 第{number}号巡查员第{_matters.Count + 1}处井盖松动";
        var once = $"clerk-{number}-{_matters.Count + 1}";
        var made = await UntilAcknowledged(() => staff.Desk.Create(once, "hazard", title, "井盖松动，车辆经过有响声"));
        Assert.Equal("reported", made.State);
        _matters.Add(Known(made, steps: 0));
        foreach (var (step, index) in LifeStep.Hazard.Take(random.Next(LifeStep.Hazard.Count + 1)).Select((step, index) => (step, index)))
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            var moved = await UntilAcknowledged(() => step.Do(staff, made.Id, $"{once}-{step.Act}"));
            Assert.Equal((made.Id, step.State), (moved.Id, moved.State));
            _matters[^1] = Known(moved, index + 1);
        }
    }

    private static Acknowledged Known(MatterView matter, int steps) =>
        new(matter.Id, matter.Number, matter.Title, matter.State, matter.Version, steps);

    private async Task<MatterView> UntilAcknowledged(Func<Task<MatterView>> send)
    {
        var matter = await Patience.UntilAcknowledged(send, () => Retries++);
        Volatile.Write(ref _acknowledgements, _acknowledgements + 1);
        return matter;
    }
}
