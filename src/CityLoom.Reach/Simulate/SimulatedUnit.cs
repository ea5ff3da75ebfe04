namespace CityLoom.Reach.Simulate;

/// <summary>A unit in the simulation: at its station, on its way back there, or on a task.</summary>
internal sealed class SimulatedUnit(int station)
{
    private long _left, _home;
    private int _from = station;

    public int Station { get; } = station;

    public bool Busy { get; private set; }

    /// <summary>Milliseconds on tasks.</summary>
    public long Worked { get; private set; }

    /// <summary>Tasks taken.</summary>
    public int Tasks { get; private set; }

    public bool AtStation(long now) => now >= _home;

    /// <summary>Where road times count from: on the way back the place left, from half-way on the station.</summary>
    public int Place(long now) => now >= _home || now - _left >= _home - now ? Station : _from;

    public void Take(long now, long until)
    {
        Busy = true;
        Tasks++;
        Worked += until - now;
    }

    /// <summary>Free again at a place, and on its way back.</summary>
    public void Return(long now, int from, int seconds) => (Busy, _left, _from, _home) = (false, now, from, now + 1000L * seconds);
}
