using CityLoom.Tests.Support;

namespace CityLoom.Tests.Durability;

/// <summary>A request as its resident knows it: number and code, as they were told.</summary>
internal sealed record Told(long Id, string Number, string Code, string Title);

/// <summary>Takes calls one after the other, each with a key of its own, and sends the same again until it hears number and code.</summary>
internal sealed class IntakeClerk(CityStaff staff, string tag, int number)
{
    private readonly List<Told> _requests = [];
    private int _acknowledgements;

    /// <summary>Everything acknowledged.</summary>
    public IReadOnlyList<Told> Requests => _requests;

    /// <summary>How many were acknowledged so far; read by others while the clerk works.</summary>
    public int Acknowledgements => Volatile.Read(ref _acknowledgements);

    /// <summary>How often a request had to be sent again.</summary>
    public int Retries { get; private set; }

    /// <summary>Works until told to stop, and finishes the call in hand.</summary>
    public async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var title = $"{tag} 第{number}号受理员第{_requests.Count + 1}个来电";
            var made = await Patience.UntilAcknowledged(
                () => staff.Desk.Raise($"intake-{number}-{_requests.Count + 1}", title, "路口的路灯不亮，晚上看不见路"), () => Retries++);
            _requests.Add(new Told(made.Id, made.Number, made.Code, title));
            Volatile.Write(ref _acknowledgements, _acknowledgements + 1);
        }
    }
}
