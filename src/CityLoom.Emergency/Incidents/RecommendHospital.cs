using CityLoom.Emergency.Coverage;
using CityLoom.Kernel;
using CityLoom.Reach.Dispatch;
using CityLoom.Reach.Inputs;
using CityLoom.Reach.Roads;

namespace CityLoom.Emergency.Incidents;

/// <summary>Which hospital to bring a patient of an incident to, by road time, capability and the beds that are free once those on their way have them.</summary>
public static class RecommendHospital
{
    private const string Here = "incident";

    /// <summary>The choice with every hospital that was weighed.</summary>
    /// <param name="incident">Where the patient is.</param>
    /// <param name="patientGrade">1 (gravest) to 4.</param>
    /// <param name="skill">What the hospital must be prepared for; null for nothing in particular.</param>
    /// <param name="standings">Units, of which some are on their way to hospitals.</param>
    /// <param name="net">Roads and registers.</param>
    public static Outcome<HospitalChoice> Run(Incident incident, int patientGrade, string? skill, IReadOnlyList<UnitStanding> standings, CoverageBook.Base net)
    {
        var times = new PlaceTimes();
        times.Set(Here, Here, 0);
        var from = new DriveTimes(net.Roads, Position.OfDegrees(incident.Longitude, incident.Latitude), Heading.Outward);
        var underWay = standings.Where(s => s.State == UnitState.Transporting && s.Hospital is not null).CountBy(s => s.Hospital!).ToDictionary();
        var hospitals = new List<Hospital>();
        foreach (var site in net.Register.Hospitals)
        {
            if (from.Seconds(Position.OfDegrees(site.Longitude, site.Latitude)) is { } seconds)
            {
                times.Set(Here, site.Code, seconds);
            }

            var beds = Math.Max(0, site.FreeBeds - underWay.GetValueOrDefault(site.Code));
            hospitals.Add(new Hospital(site.Code, site.Code, site.Level, beds, site.Skills.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase)));
        }

        var choice = ChooseHospital.Run(new Patient(Here, patientGrade, string.IsNullOrWhiteSpace(skill) ? null : skill.Trim()), hospitals, times);
        return choice.Is(out var found, out var fault) ? found : new Refusal(fault.Code, fault.Words, fault.English, 400);
    }
}
