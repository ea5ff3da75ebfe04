using CityLoom.Requests.Understanding;

namespace CityLoom.Tests.Requests.Understanding;

public sealed class CalibrationTests
{
    [Fact]
    public void Confidence_means_how_often_it_is_right()
    {
        // Two classes a unit apart; three in four go to the nearer one, so the confidence there has to become 0.75.
        var margins = Enumerable.Range(0, 400).Select(_ => new float[] { 1, 0 }).ToArray();
        var labels = Enumerable.Range(0, 400).Select(i => i % 4 == 0 ? 1 : 0).ToArray();

        var calibration = Calibration.Fit(margins, labels);

        Assert.Equal(0.75, calibration.Confidence([1, 0], 0), 0.005);
        Assert.Equal(Math.Log(3), calibration.Sharpness, 0.02);
    }

    [Fact]
    public void The_threshold_parts_what_is_right_nineteen_times_in_twenty()
    {
        var margins = Enumerable.Range(0, 200).Select(i => new float[] { i < 100 ? 3 : 0.2f, 0 }).ToArray();
        var labels = Enumerable.Range(0, 200).Select(i => i >= 100 && i % 2 == 0 ? 1 : 0).ToArray();

        var calibration = Calibration.Fit(margins, labels);

        Assert.True(calibration.Confidence([3, 0], 0) >= calibration.Threshold);
        Assert.True(calibration.Confidence([0.2f, 0], 0) < calibration.Threshold);
    }
}
