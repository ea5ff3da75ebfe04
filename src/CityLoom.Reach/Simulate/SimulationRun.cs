using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Simulate;

/// <summary>One run of the simulation.</summary>
internal sealed class SimulationRun
{
    private readonly SimulationPlan _plan;
    private readonly SimulatedCity _city;
    private readonly SimulatedUnit[] _units;
    private readonly PriorityQueue<Happening, (long At, long Order)> _happenings = new();
    private readonly PriorityQueue<int, (int Priority, long At, int Call)> _waiting = new();
    private IReadOnlyList<Call> _calls = [];
    private Response[] _responses = [];
    private long _order;

    private readonly record struct Happening(int Call, int Unit, int Place);

    public SimulationRun(SimulationPlan plan)
    {
        _plan = plan;
        _city = SimulatedCity.Of(plan.Zones, plan.Hospitals, plan.Stations, plan.Times);
        _units = [.. plan.Stations.SelectMany((station, at) => Enumerable.Range(0, station.Units).Select(_ => new SimulatedUnit(_city.FirstStation + at)))];
    }

    public SimulationReport Play(IReadOnlyList<Call> calls)
    {
        (_calls, _responses) = (calls, new Response[calls.Count]);
        for (var call = 0; call < calls.Count; call++)
        {
            Schedule(calls[call].At + Milliseconds(calls[call].Answer + calls[call].Dispatch), new Happening(call, -1, -1));
        }

        var now = 0L;
        while (_happenings.TryDequeue(out var happening, out var key))
        {
            now = key.At;
            if (happening.Unit < 0)
            {
                Send(happening.Call, now);
            }
            else
            {
                Free(happening.Unit, happening.Place, now);
            }
        }

        while (_waiting.TryDequeue(out var left, out _))
        {
            _responses[left] = new Response(left, calls[left].Zone, null, 0, 0, 0);
        }

        return SimulationReport.Of(_plan, calls, _responses, [.. _units.Select(unit => new UnitWork(unit.Station - _city.FirstStation, unit.Tasks, now > 0 ? (double)unit.Worked / now : 0))]);
    }

    private void Send(int call, long now)
    {
        var (best, least) = (-1, TravelMatrix.Unreachable);
        for (var unit = 0; unit < _units.Length; unit++)
        {
            if (!_units[unit].Busy && _city.Seconds(_units[unit].Place(now), _calls[call].Zone) is var seconds && seconds < least)
            {
                (best, least) = (unit, seconds);
            }
        }

        if (best >= 0)
        {
            Assign(call, best, now);
        }
        else
        {
            _waiting.Enqueue(call, (_calls[call].Priority, _calls[call].At, call));
        }
    }

    private void Assign(int index, int unitIndex, long now)
    {
        var (call, unit) = (_calls[index], _units[unitIndex]);
        var turnOut = unit.AtStation(now) ? Milliseconds(call.TurnOut) : 0;
        var drive = 1000L * _city.Seconds(unit.Place(now), call.Zone);
        var arrival = now + turnOut + drive;
        var (end, place) = (arrival + Milliseconds(call.Scene), call.Zone);
        if (call.Transport && _city.NearestHospital(call.Zone) is { } hospital)
        {
            end += 1000L * _city.Seconds(call.Zone, hospital) + Milliseconds(call.Handover);
            place = hospital;
        }

        var ready = call.At + Milliseconds(call.Answer + call.Dispatch);
        _responses[index] = new Response(index, call.Zone, (arrival - call.At) / 1000.0, (now - ready) / 1000.0, turnOut / 1000.0, drive / 1000.0);
        unit.Take(now, end);
        Schedule(end, new Happening(index, unitIndex, place));
    }

    /// <summary>A unit is free: the most urgent waiting call that it can reach takes it, else it drives back.</summary>
    private void Free(int unit, int place, long now)
    {
        var back = _city.Seconds(place, _units[unit].Station);
        _units[unit].Return(now, place, back == TravelMatrix.Unreachable ? 0 : back);
        var beyond = new List<int>();
        while (_waiting.TryDequeue(out var call, out _))
        {
            if (_city.Seconds(_units[unit].Place(now), _calls[call].Zone) < TravelMatrix.Unreachable)
            {
                Assign(call, unit, now);
                break;
            }

            beyond.Add(call);
        }

        beyond.ForEach(call => _waiting.Enqueue(call, (_calls[call].Priority, _calls[call].At, call)));
    }

    private void Schedule(long at, Happening happening) => _happenings.Enqueue(happening, (at, _order++));

    private static long Milliseconds(double seconds) => (long)Math.Round(1000 * seconds);
}
