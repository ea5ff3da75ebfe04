namespace CityLoom.Oracles;

/// <summary>Equality of numbers up to a relative error.</summary>
internal static class Near
{
    public static void Equal(double expected, double actual, double tolerance, string what) => Assert.True(
        expected == actual || Math.Abs(expected - actual) <= tolerance * Math.Max(1e-3, Math.Abs(expected)), $"{what}: expected {expected:R}, got {actual:R}");
}
