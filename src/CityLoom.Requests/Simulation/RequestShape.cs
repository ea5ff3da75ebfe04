using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Simulation;

/// <summary>What simulated requests are made of.</summary>
/// <param name="Samples">Requests whose words, categories and their shares are taken over.</param>
/// <param name="Places">Codes of the territories they come from.</param>
/// <param name="From">The first day.</param>
/// <param name="Days">How many days.</param>
/// <param name="Daily">Requests on an average day.</param>
public sealed record RequestShape(IReadOnlyList<LabelledRequest> Samples, IReadOnlyList<string> Places, DateOnly From, int Days, double Daily);

/// <summary>A request made up for trials and load.</summary>
/// <param name="Id">Its number, counted from 1.</param>
/// <param name="Time">When it comes, in the city's local time.</param>
/// <param name="Place">The territory it comes from.</param>
/// <param name="Label">Its category.</param>
/// <param name="Words">Its words.</param>
public sealed record SimulatedRequest(long Id, DateTime Time, string Place, string Label, RequestWords Words);
