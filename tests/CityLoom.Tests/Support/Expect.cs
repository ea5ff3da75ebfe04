namespace CityLoom.Tests.Support;

/// <summary>Assertions whose message tells everything that was found.</summary>
public static class Expect
{
    /// <summary>Fails with every fault on a line of its own, when there is one.</summary>
    public static void None(IEnumerable<string?> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found)}");
    }
}
