namespace CityLoom.Kernel.Storage;

/// <summary>
/// The one store of a city. Reads run beside each other on connections of their own; writes wait in a bounded queue and are
/// acknowledged only once they are durable. Thread-safe.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    private readonly WriteQueue _writes;
    private readonly SemaphoreSlim _readers;

    private protected Database(Dialect dialect, StorageOptions options, int writers, int readers)
    {
        Dialect = dialect;
        _readers = new SemaphoreSlim(readers);
        _writes = new WriteQueue(options.QueueLength, writers, OpenWriter);
    }

    /// <summary>Which database this is.</summary>
    public Dialect Dialect { get; }

    /// <summary>How many writes wait at this moment.</summary>
    public int Waiting => _writes.Waiting;

    /// <summary>Runs a read on a connection of its own. It sees everything acknowledged before it began.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancel = default)
    {
        await _readers.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return Read(read);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>
    /// Queues a write and waits until it is durable. A returned <see cref="IOutcome"/> that is refused, or an exception, leaves no
    /// trace of this write and does not touch the others of its group.
    /// </summary>
    /// <exception cref="DatabaseBusyException">The queue is full; nothing was written.</exception>
    public Task<T> WriteAsync<T>(Func<Writing, T> write) => _writes.Enqueue(write);

    /// <summary>Runs a read at once on this thread; for verbs and start-up.</summary>
    public abstract T Read<T>(Func<Session, T> read);

    /// <summary>Copies the whole store into a file while others go on reading and writing.</summary>
    public abstract void BackUp(string file);

    /// <summary>Stops taking writes, finishes those that wait, closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync().ConfigureAwait(false);
        _readers.Dispose();
        Close();
        GC.SuppressFinalize(this);
    }

    internal abstract IWriter OpenWriter();

    private protected abstract void Close();
}
