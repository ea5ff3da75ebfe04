using CityLoom.Reach.Inputs;
using CityLoom.Reach.Locate;

namespace CityLoom.Reach.Dispatch;

/// <summary>A hospital that takes patients.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Place">Where, as in the table of road times.</param>
/// <param name="Level">What it can treat: 1 first, 2 second, 3 third level.</param>
/// <param name="FreeBeds">Beds that are free now.</param>
/// <param name="Skills">What it is prepared for, such as <c>trauma</c> or <c>burns</c>.</param>
public sealed record Hospital(string Id, string Place, int Level, int FreeBeds, IReadOnlySet<string> Skills)
{
    /// <summary>Reads <c>hospital,place,level,free_beds[,skills]</c> as CSV, skills parted by semicolons, or says what is wrong in which line.</summary>
    public static Checked<IReadOnlyList<Hospital>> Read(string name, TextReader text) => InputFaultException.Catch<IReadOnlyList<Hospital>>(() =>
    [
        .. Sheet.Read(name, text, "hospital", "place", "level", "free_beds").Rows.Select(row => new Hospital(
            row.Needed("hospital"), row.Needed("place"), (int)row.Whole("level", 1, 3), (int)row.Whole("free_beds", 0, 100_000),
            row.Text("skills").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase))),
    ]);
}

/// <summary>
/// Which hospital to bring a patient to (tiered treatment): the grave cases to the nearest that can treat them; the light ones to the
/// lowest level that can, as long as the detour stays small, so that the beds of the great hospitals stay free.
/// </summary>
public static class ChooseHospital
{
    /// <summary>Seconds of detour that a light case may take to spare a hospital of a higher level.</summary>
    public const int Detour = 300;

    /// <summary>The choice, with every hospital that was weighed.</summary>
    /// <param name="patient">Where the patient is and what is needed.</param>
    /// <param name="hospitals">All hospitals.</param>
    /// <param name="times">Road times.</param>
    public static Checked<HospitalChoice> Run(Patient patient, IReadOnlyList<Hospital> hospitals, PlaceTimes times)
    {
        if (patient.Grade is < 1 or > 4)
        {
            return new InputFault("dispatch.bad-grade", $"伤情等级 {patient.Grade} 应为 1（最重）到 4。", $"The grade {patient.Grade} must be 1 (gravest) to 4.");
        }

        if (times.Unknown(patient.Place) is { } unknown)
        {
            return unknown;
        }

        if (hospitals.FirstOrDefault(hospital => hospital.FreeBeds < 0) is { } bad)
        {
            return new InputFault("dispatch.bad-beds", $"{bad.Id} 的空床数 {bad.FreeBeds} 不能为负数。", $"{bad.Id} has {bad.FreeBeds} free beds; the number must not be negative.");
        }

        var weighed = hospitals.Select(hospital => Weigh(hospital, patient, times)).OrderBy(w => w.Refused is not null).ThenBy(w => w.Seconds).ThenBy(w => w.Hospital.Id, StringComparer.Ordinal).ToList();
        var can = weighed.Where(w => w.Refused is null).ToList();
        if (can.Count == 0)
        {
            return new HospitalChoice(null, new Said("没有具备能力且有空床的医院可以到达", "no hospital that can treat the case and has a free bed can be reached"), weighed);
        }

        var chosen = patient.Grade <= 2 ? can[0] : can.Where(w => w.Seconds <= can[0].Seconds + Detour).MinBy(w => (w.Hospital.Level, w.Seconds))!;
        return new HospitalChoice(chosen, Explain(chosen, can[0], patient), weighed);
    }

    /// <summary>The lowest level that may treat a grade.</summary>
    private static int LevelFor(int grade) => grade switch { 1 => 3, 2 => 2, _ => 1 };

    private static WeighedHospital Weigh(Hospital hospital, Patient patient, PlaceTimes times)
    {
        var seconds = times.Seconds(patient.Place, hospital.Place);
        var refused = hospital.Level < LevelFor(patient.Grade) ? new Said($"{hospital.Level} 级，所需 {LevelFor(patient.Grade)} 级", $"level {hospital.Level}, {LevelFor(patient.Grade)} is needed")
            : patient.Skill is { Length: > 0 } skill && !hospital.Skills.Contains(skill) ? new Said($"不具备 {skill}", $"not prepared for {skill}")
            : hospital.FreeBeds == 0 ? new Said("没有空床", "no free bed")
            : seconds == TravelMatrix.Unreachable ? new Said("没有已知的道路时间", "no road time is known") : null;
        return new WeighedHospital(hospital, seconds, refused);
    }

    private static Said Explain(WeighedHospital chosen, WeighedHospital nearest, Patient patient) => chosen == nearest
        ? new Said($"{chosen.Hospital.Id} 是能收治 {patient.Grade} 级伤情的最近医院：行驶 {chosen.Seconds} 秒，空床 {chosen.Hospital.FreeBeds}",
            $"{chosen.Hospital.Id} is the nearest that can treat grade {patient.Grade}: {chosen.Seconds} s to drive, {chosen.Hospital.FreeBeds} beds free")
        : new Said($"轻症分流到 {chosen.Hospital.Level} 级的 {chosen.Hospital.Id}：比最近的 {nearest.Hospital.Id}（{nearest.Hospital.Level} 级）多 {chosen.Seconds - nearest.Seconds} 秒",
            $"a light case goes to {chosen.Hospital.Id} of level {chosen.Hospital.Level}: {chosen.Seconds - nearest.Seconds} s more than the nearest, {nearest.Hospital.Id} of level {nearest.Hospital.Level}");
}

/// <summary>Where a patient is and what is needed; nothing that tells who it is.</summary>
/// <param name="Place">As in the table of road times.</param>
/// <param name="Grade">1 (gravest) to 4.</param>
/// <param name="Skill">A skill that the hospital must have; null for none.</param>
public sealed record Patient(string Place, int Grade, string? Skill);

/// <summary>The chosen hospital.</summary>
/// <param name="Chosen">Which; null when none can take the case.</param>
/// <param name="Reason">Why, with the figures.</param>
/// <param name="Weighed">Every hospital: those that can take the case by time, then the others with what speaks against them.</param>
public sealed record HospitalChoice(WeighedHospital? Chosen, Said Reason, IReadOnlyList<WeighedHospital> Weighed);

/// <summary>A hospital as it was weighed.</summary>
/// <param name="Hospital">Which.</param>
/// <param name="Seconds">Seconds by road.</param>
/// <param name="Refused">What speaks against it; null when it can take the case.</param>
public sealed record WeighedHospital(Hospital Hospital, int Seconds, Said? Refused);
