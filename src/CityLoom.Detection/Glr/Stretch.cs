namespace CityLoom.Detection.Glr;

/// <summary>The counts and means in control since the chart began anew; its room is kept from run to run.</summary>
internal sealed class Stretch
{
    private double[] _count = [];
    private double[] _mean = [];
    private double[] _before = [];
    private double _last;

    public int Length { get; private set; }

    public ReadOnlySpan<double> Counts => _count.AsSpan(0, Length);

    public ReadOnlySpan<double> Means => _mean.AsSpan(0, Length);

    /// <summary>The count of the period before each; 0 before the first of all.</summary>
    public ReadOnlySpan<double> Before => _before.AsSpan(0, Length);

    /// <summary>Forgets everything and makes room for so many periods.</summary>
    public void Begin(int room)
    {
        if (_count.Length < room)
        {
            (_count, _mean, _before) = (new double[room], new double[room], new double[room]);
        }
        (_last, Length) = (0, 0);
    }

    public void Add(double count, double mean)
    {
        (_count[Length], _mean[Length], _before[Length]) = (count, mean, Length == 0 ? _last : _count[Length - 1]);
        Length++;
    }

    /// <summary>Puts another count in the place of the last one.</summary>
    public void ReplaceLast(double count) => _count[Length - 1] = count;

    public void Restart() => (_last, Length) = (Length == 0 ? 0 : _count[Length - 1], 0);
}
