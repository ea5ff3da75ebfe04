using System.Threading.Channels;

namespace CityLoom.Kernel.Storage;

/// <summary>A writer's connection: runs a group of writes and makes them durable together.</summary>
internal interface IWriter : IDisposable
{
    /// <summary>How many writes share one commit at the most.</summary>
    int GroupSize { get; }

    /// <summary>Runs the writes; afterwards each of them knows its result, and the results of those kept are durable.</summary>
    void Run(IReadOnlyList<PendingWrite> group);
}

/// <summary>The bounded queue in front of the writers, each of which has a thread of its own.</summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private readonly Channel<PendingWrite> _channel;
    private readonly Func<IWriter> _open;
    private readonly Thread[] _threads;

    public WriteQueue(int length, int writers, Func<IWriter> open)
    {
        _channel = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(length) { SingleReader = writers == 1 });
        _open = open;
        _threads = new Thread[writers];
        for (var i = 0; i < writers; i++)
        {
            _threads[i] = new Thread(Drain) { IsBackground = true, Name = $"CityLoom writer {i + 1}" };
        }
    }

    public int Waiting => _channel.Reader.Count;

    public Task<T> Enqueue<T>(Func<Writing, T> write)
    {
        EnsureStarted();
        var pending = new PendingWrite<T>(write);
        return _channel.Writer.TryWrite(pending) ? pending.Task : Task.FromException<T>(new DatabaseBusyException());
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        foreach (var thread in _threads.Where(t => t.IsAlive))
        {
            await Task.Run(thread.Join).ConfigureAwait(false);
        }
    }

    private void EnsureStarted()
    {
        if ((_threads[0].ThreadState & ThreadState.Unstarted) == 0)
        {
            return;
        }

        lock (_threads)
        {
            foreach (var thread in _threads.Where(t => (t.ThreadState & ThreadState.Unstarted) != 0))
            {
                thread.Start();
            }
        }
    }

    private void Drain()
    {
        IWriter? writer = null;
        var group = new List<PendingWrite>();
        while (WaitForMore())
        {
            group.Clear();
            try
            {
                writer ??= _open();
                while (group.Count < writer.GroupSize && _channel.Reader.TryRead(out var next))
                {
                    group.Add(next);
                }

                writer.Run(group);
            }
            catch (Exception fault)
            {
                // The connection is lost or the disk is full: nobody of this group is told "done", and the next group gets a fresh connection.
                TakeOneIfNone(group);
                group.ForEach(w => w.Fail(fault));
                writer?.Dispose();
                writer = null;
            }

            group.ForEach(w => w.Acknowledge());
        }

        writer?.Dispose();
    }

    private void TakeOneIfNone(List<PendingWrite> group)
    {
        if (group.Count == 0 && _channel.Reader.TryRead(out var next))
        {
            group.Add(next);
        }
    }

    private bool WaitForMore() => _channel.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();
}
