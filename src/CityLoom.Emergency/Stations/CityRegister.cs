using System.Collections.Frozen;
using CityLoom.Emergency.Coverage;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Stations;

/// <summary>The registers in force at one moment. Immutable and shared.</summary>
/// <param name="Version">Grows with every import.</param>
/// <param name="Stations">Stations by code.</param>
/// <param name="Units">Units by code.</param>
/// <param name="Hospitals">Hospitals by code.</param>
/// <param name="People">Where people live, by code.</param>
public sealed record Register(
    long Version, IReadOnlyList<Station> Stations, IReadOnlyList<ResponseUnit> Units, IReadOnlyList<HospitalSite> Hospitals, IReadOnlyList<Settlement> People)
{
    private readonly FrozenDictionary<string, Station> _stations = Stations.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, ResponseUnit> _units = Units.ToFrozenDictionary(u => u.Code, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, HospitalSite> _hospitals = Hospitals.ToFrozenDictionary(h => h.Code, StringComparer.Ordinal);

    /// <summary>The standard in force.</summary>
    public ReachStandard Standard { get; init; } = ReachStandard.Default;

    /// <summary>The station with this code, or null.</summary>
    public Station? Station(string code) => _stations.GetValueOrDefault(code);

    /// <summary>The unit with this code, or null.</summary>
    public ResponseUnit? Unit(string code) => _units.GetValueOrDefault(code);

    /// <summary>The hospital with this code, or null.</summary>
    public HospitalSite? Hospital(string? code) => code is null ? null : _hospitals.GetValueOrDefault(code);

    /// <summary>Reads the registers from the store.</summary>
    public static Register Load(Session session) => new(
        RegisterBook.Version(session),
        RegisterBook.Present<Station>(session, RegisterKind.Stations), RegisterBook.Present<ResponseUnit>(session, RegisterKind.Units),
        RegisterBook.Present<HospitalSite>(session, RegisterKind.Hospitals), RegisterBook.Present<Settlement>(session, RegisterKind.People))
    {
        Standard = RegisterBook.Present<ReachStandard>(session, RegisterKind.Standard).FirstOrDefault() ?? ReachStandard.Default,
    };
}

/// <summary>Hands out the registers in force: read once, and again within seconds of an import by whichever node or verb.</summary>
public sealed class CityRegister(Database database, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private volatile Reading? _present;

    /// <summary>The registers in force.</summary>
    public Register Present => _present is { } reading && time.GetElapsedTime(reading.CheckedAt) < Freshness ? reading.Register : Reload();

    /// <summary>Reads them again if they were changed since.</summary>
    public Register Reload()
    {
        var (before, checkedAt) = (_present, time.GetTimestamp());
        var register = before is not null && before.Register.Version == database.Read(RegisterBook.Version) ? before.Register : database.Read(Register.Load);
        _present = new Reading(register, checkedAt);
        return register;
    }

    private sealed record Reading(Register Register, long CheckedAt);
}
