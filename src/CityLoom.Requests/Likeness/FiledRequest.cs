using CityLoom.Requests.Understanding;

namespace CityLoom.Requests.Likeness;

/// <summary>A request as likeness and topics see it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Words">Its words.</param>
/// <param name="Time">When it was made; null when not known.</param>
/// <param name="Place">Where it is, as a code of the city's territories; empty when not known.</param>
/// <param name="Supporters">Residents who joined or liked it.</param>
public sealed record FiledRequest(string Id, RequestWords Words, DateTimeOffset? Time, string Place, int Supporters);
