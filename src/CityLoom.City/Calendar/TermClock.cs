namespace CityLoom.City.Calendar;

/// <summary>
/// The clock of one term: when it is due, how much is used up, how it may be explained. Immutable; it asks for the
/// instant instead of looking at a watch.
/// </summary>
/// <remarks>
/// <para>A term of working minutes runs inside office hours from acceptance (or the next opening). It is due at the
/// first instant by which that much time has run, so one that ends at a closing time is due then, not at the next
/// opening.</para>
/// <para>A term of working days runs from 24:00 of the day of acceptance to 24:00 of the nth working day after it, each
/// working day being worth 24 hours whatever its office hours.</para>
/// <para>In a pause either clock stands still: the due moves by exactly the working time that the pauses hold, and a term
/// of days is due on the day in which the last of its hours runs (docs/adr/0005-working-time.md).</para>
/// </remarks>
public sealed class TermClock
{
    /// <summary>The share of a term from which its light is yellow.</summary>
    public const double YellowFrom = 0.8;

    private readonly WorkLine _line;
    private readonly long _start;
    private readonly long _total;
    private readonly long? _due;

    internal TermClock(WorkingTime time, DateTimeOffset accepted, Term term, IReadOnlyList<Pause> pauses)
    {
        Time = time;
        Term = term;
        Accepted = WallTime.Of(accepted, time.Zone);
        Pauses = StillSpan.Merge(pauses, time.Zone);
        var days = term.Unit == TermUnit.WorkingDays;
        _line = new(time.Calendar, days ? OfficeHours.WholeDay : time.Hours);
        _start = days ? (Accepted / TimeSpan.TicksPerDay + 1) * TimeSpan.TicksPerDay : Accepted;
        _total = term.Count * (days ? TimeSpan.TicksPerDay : TimeSpan.TicksPerMinute);
        _due = WallWhenUsed(_total);
    }

    /// <summary>How long the matter may take.</summary>
    public Term Term { get; }

    /// <summary>The instant (UTC) at which the clock ends; without pauses 24:00 local time of the due day for a term of days. Null while suspended.</summary>
    public DateTimeOffset? Due => ToInstant(_due);

    /// <summary>The civil day on which the matter is due, a clock that ends at 24:00 being due on the day that ends; null while suspended.</summary>
    public DateOnly? DueDate => _due is { } due ? WallTime.Date(Term.Unit == TermUnit.WorkingDays ? due - 1 : due) : null;

    /// <summary>The local time of day at which a term of minutes is due; null for a term of days or while suspended.</summary>
    public TimeOnly? DueTime => _due is { } due && Term.Unit == TermUnit.WorkingMinutes ? WallTime.Time(due) : null;

    /// <summary>True when a pause that has not ended stops the clock before its end, so that nobody can say when it is due.</summary>
    public bool IsSuspended => _due is null;

    /// <summary>True when the due date rests on days that no notice covers; make the clock again when the next notice is imported.</summary>
    public bool IsProvisional => DueDate is { } date && !Time.Calendar.Covers(FirstDay, date);

    internal WorkingTime Time { get; }

    internal long Accepted { get; }

    internal StillSpan[] Pauses { get; }

    /// <summary>Where a suspended clock stands still for good.</summary>
    internal long StoppedAt => Pauses[^1].From;

    /// <summary>What a working day is worth on this clock, in ticks.</summary>
    internal long PerDay => _line.PerDay;

    internal DateOnly FirstDay => WallTime.Date(_start);

    /// <summary>The first instant (UTC) by which a share of the term is used up; null if the clock is suspended before that.</summary>
    /// <param name="share">From 0 (the start) to 1 (the due time).</param>
    public DateTimeOffset? InstantOf(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return ToInstant(share < 1 ? WallWhenUsed((long)Math.Round(_total * share)) : _due);
    }

    /// <summary>Working time used up at an instant over the whole term: 0 before the start, 1 at the due time, more after it.</summary>
    public double ShareAt(DateTimeOffset at)
    {
        var wall = WallTime.Of(at, Time.Zone);
        if (_total == 0)
            return wall < _due ? 0 : 1;
        return (double)Used(wall) / _total;
    }

    /// <summary>What the clock shows at an instant.</summary>
    public ClockFace FaceAt(DateTimeOffset at)
    {
        var wall = WallTime.Of(at, Time.Zone);
        var left = Math.Max(0, _total - Used(wall));
        var isDue = wall >= _due;
        var share = ShareAt(at);
        return new()
        {
            Light = isDue ? ClockLight.Red : share >= YellowFrom ? ClockLight.Yellow : ClockLight.Green,
            Share = share,
            Left = new(left),
            Overdue = isDue ? new(wall - _due!.Value) : TimeSpan.Zero,
            StandsStill = !isDue && Array.Exists(Pauses, p => p.From <= wall && wall < p.To),
            WorkingDay = new(PerDay),
            Unit = Term.Unit,
        };
    }

    /// <summary>The clock explained step by step in words: what counted, what did not, and why it ends when it does.</summary>
    public IReadOnlyList<Bilingual> Explain() => ClockExplanation.Of(this);

    /// <summary>Working time, in ticks, in which a pause held the clock after its start.</summary>
    internal long HeldBy(StillSpan pause) => Math.Max(0, _line.Reading(pause.To) - _line.Reading(Math.Max(pause.From, _start)));

    /// <summary>Working time, in ticks, that has run in [from, to) without the pauses.</summary>
    internal long Ran(long from, long to)
    {
        from = Math.Max(from, _start);
        if (to <= from)
            return 0;
        var ran = _line.Reading(to) - _line.Reading(from);
        foreach (var span in Pauses)
        {
            var begin = Math.Max(span.From, from);
            var end = Math.Min(span.To, to);
            if (end > begin)
                ran -= _line.Reading(end) - _line.Reading(begin);
        }
        return ran;
    }

    private long Used(long wall) => Ran(_start, wall);

    /// <summary>The first wall time by which so many ticks have run: each pause before that moves it by the working time it holds.</summary>
    private long? WallWhenUsed(long used)
    {
        if (used == 0)
            return _start;
        var target = _line.Reading(_start) + used;
        foreach (var span in Pauses)
        {
            if (span.To <= _start)
                continue;
            var reading = _line.Reading(Math.Max(span.From, _start));
            if (reading >= target)
                break;
            if (span.To == StillSpan.Open)
                return null;
            target += _line.Reading(span.To) - reading;
        }
        return _line.Earliest(target);
    }

    private DateTimeOffset? ToInstant(long? wall) => wall is { } ticks ? WallTime.ToInstant(ticks, Time.Zone) : null;
}
