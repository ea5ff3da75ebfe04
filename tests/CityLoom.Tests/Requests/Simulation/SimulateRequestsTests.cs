using CityLoom.Requests.Simulation;
using CityLoom.Tests.Requests.Understanding;

namespace CityLoom.Tests.Requests.Simulation;

public sealed class SimulateRequestsTests
{
    private static readonly RequestShape Shape = new(OwnRequests.All, ["X1", "X2", "X3", "X4"], new DateOnly(2026, 3, 2), 14, 300);
    private static readonly List<SimulatedRequest> Made = [.. SimulateRequests.Run(Shape, seed: 5)];

    [Fact]
    public void The_same_seed_makes_the_same_requests() => Assert.Equal(Made, SimulateRequests.Run(Shape, seed: 5));

    [Fact]
    public void Another_seed_makes_others() => Assert.NotEqual(Made, SimulateRequests.Run(Shape, seed: 6));

    [Fact]
    public void They_come_in_order_within_the_days_asked_for()
    {
        Assert.Equal(Made.Select(r => r.Time).Order(), Made.Select(r => r.Time));
        Assert.Equal(Enumerable.Range(1, Made.Count).Select(i => (long)i), Made.Select(r => r.Id));
        Assert.All(Made, r => Assert.InRange(DateOnly.FromDateTime(r.Time), Shape.From, Shape.From.AddDays(13)));
    }

    [Fact]
    public void There_are_about_as_many_as_asked_for() => Assert.InRange(Made.Count, 14 * 280, 14 * 320);

    [Fact]
    public void Mornings_are_busier_than_nights_and_the_first_place_than_the_last()
    {
        Assert.True(Made.Count(r => r.Time.Hour == 10) > 5 * Made.Count(r => r.Time.Hour == 3));
        Assert.True(Made.Count(r => r.Place == "X1") > Made.Count(r => r.Place == "X4"));
    }
}
