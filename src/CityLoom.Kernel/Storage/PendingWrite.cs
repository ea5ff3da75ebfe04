namespace CityLoom.Kernel.Storage;

/// <summary>A write on its way: run by a writer, acknowledged only after the commit.</summary>
internal abstract class PendingWrite
{
    /// <summary>Runs the work; false when its trace must be rolled back (refused or failed).</summary>
    public abstract bool Run(Writing writing);

    public abstract void Fail(Exception fault);

    /// <summary>Tells the caller; only after what was run is durable.</summary>
    public abstract void Acknowledge();
}

internal sealed class PendingWrite<T>(Func<Writing, T> work) : PendingWrite
{
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _fault;

    public Task<T> Task => _told.Task;

    public override bool Run(Writing writing)
    {
        _fault = null;
        _result = work(writing);
        return _result is not IOutcome { Refusal: not null };
    }

    public override void Fail(Exception fault) => _fault = fault;

    public override void Acknowledge()
    {
        if (_fault is null)
        {
            _told.TrySetResult(_result!);
        }
        else
        {
            _told.TrySetException(_fault);
        }
    }
}
