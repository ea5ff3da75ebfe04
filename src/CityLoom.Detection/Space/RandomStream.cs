using System.Numerics;

namespace CityLoom.Detection.Space;

/// <summary>
/// A random stream that is the same on every machine: xoshiro256** seeded by SplitMix64 (Blackman and Vigna 2021). Each replicate has a
/// stream of its own, so that threads change nothing.
/// </summary>
internal struct RandomStream
{
    private ulong _a, _b, _c, _d;

    public RandomStream(ulong seed, ulong stream)
    {
        var state = Mix(seed) ^ Mix(~stream);
        (_a, _b, _c, _d) = (Next(ref state), Next(ref state), Next(ref state), Next(ref state));
    }

    /// <summary>A stream in a given state, not all zero; published sequences are told by it.</summary>
    public RandomStream(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number from 0 to below the bound; the bias of at most bound / 2^64 is out of reach of any test.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1L << 53));

    private static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
