namespace CityLoom.Emergency.Stations;

/// <summary>What a register holds under a code of its own.</summary>
public interface IRegistered
{
    /// <summary>Its identity within its register.</summary>
    string Code { get; }
}

/// <summary>A place from which units set out.</summary>
/// <param name="Code">Its identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Territory">The territory that it stands in.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
public sealed record Station(string Code, string Name, string Territory, double Longitude, double Latitude) : IRegistered;

/// <summary>A vehicle with its crew; never a person.</summary>
/// <param name="Code">Its identity and call sign.</param>
/// <param name="Station">Code of the station it belongs to.</param>
/// <param name="Level">What it can do: 1 basic, 2 advanced, 3 intensive care.</param>
/// <param name="TurnOut">Seconds until it rolls.</param>
public sealed record ResponseUnit(string Code, string Station, int Level, int TurnOut) : IRegistered;

/// <summary>A hospital that takes patients.</summary>
/// <param name="Code">Its identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Territory">The territory that it stands in.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="Level">What it can treat: 1 to 3, as hospitals are graded.</param>
/// <param name="FreeBeds">Emergency beds that are free, as last told.</param>
/// <param name="Skills">What it is prepared for, such as <c>trauma</c>; parted by semicolons.</param>
public sealed record HospitalSite(
    string Code, string Name, string Territory, double Longitude, double Latitude, int Level, int FreeBeds, string Skills) : IRegistered;

/// <summary>A point that stands for the people who live around it.</summary>
/// <param name="Code">Its identity.</param>
/// <param name="Territory">The street or community that they are counted in.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
/// <param name="People">How many; 0 or more.</param>
public sealed record Settlement(string Code, string Territory, double Longitude, double Latitude, double People) : IRegistered;
