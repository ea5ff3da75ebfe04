using CityLoom.City.Matters;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Desk;

/// <summary>
/// Tells which matters were made, ended or opened again since it was last asked. Not thread-safe. With several writers an entry may
/// become visible after one with a greater identity; what is younger than that may take is read again, which does no harm.
/// </summary>
internal sealed class JournalTail(Dialect dialect, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly Sql Turned = new(
        "select subject_id from journal where id > $1 and id <= $2 and subject = 'matter' and act in ('created', "
        + $"'{nameof(Act.Decline)}', '{nameof(Act.Close)}', '{nameof(Act.Evaluate)}', '{nameof(Act.Reopen)}', '{nameof(Act.Merge)}', '{nameof(Act.Void)}', 'Categorized')");

    private static readonly Sql Newest = new("select max(id) from journal");

    private readonly Queue<(long At, long Id)> _seen = new();
    private long _from;
    private long _last;

    /// <summary>True when the journal has grown since it was last asked; of all this may be asked by any thread.</summary>
    public bool Moved(Session session) => Last(session) != Volatile.Read(ref _last);

    /// <summary>Begins at the present end of the journal.</summary>
    public void Begin(Session session)
    {
        _seen.Clear();
        var last = Last(session);
        _from = Math.Max(0, last - (dialect == Dialect.Postgres ? 1_000 : 0));
        Volatile.Write(ref _last, last);
    }

    /// <summary>The matters of the entries since then, each once.</summary>
    public IReadOnlyCollection<long> Changed(Session session)
    {
        var last = Last(session);
        var changed = new HashSet<long>();
        using (var rows = session.Begin(Turned))
        {
            for (rows.Add(_from).Add(last); rows.Next();)
            {
                changed.Add(rows.Number(0));
            }
        }

        Volatile.Write(ref _last, last);
        _seen.Enqueue((time.GetTimestamp(), last));
        while (dialect == Dialect.Sqlite ? _seen.Count > 0 : _seen.Count > 0 && time.GetElapsedTime(_seen.Peek().At) > Longest)
        {
            _from = _seen.Dequeue().Id;
        }

        return changed;
    }

    private static long Last(Session session)
    {
        using var newest = session.Begin(Newest);
        return newest.Next() ? newest.NumberOrNull(0) ?? 0 : 0;
    }
}
