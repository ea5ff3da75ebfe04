using System.Runtime.InteropServices;

namespace CityLoom.Reach.Roads;

/// <summary>What is known of an arc, from which a profile reckons its time.</summary>
/// <param name="Centimetres">Length along the road.</param>
/// <param name="Class">Class of the road.</param>
/// <param name="PostedKmh">Posted speed limit in km/h; 0 where none is known.</param>
/// <param name="Limits">What not everybody may use.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ArcFacts(int Centimetres, RoadClass Class, byte PostedKmh, ArcLimits Limits)
{
    /// <summary>Length in metres.</summary>
    public double Metres => Centimetres / 100.0;
}
