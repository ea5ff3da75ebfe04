namespace CityLoom.Detection.OutbreakP;

/// <summary>
/// Non-decreasing regression of counts that come one by one (pool adjacent violators; Barlow et al. 1972): a stack of blocks with
/// ascending means, so that a new count costs little.
/// </summary>
internal sealed class MonotoneRise
{
    private double[] _sum = [];
    private double[] _size = [];
    private int _blocks;
    private double _total;
    private double _points;

    public double Mean => _total / _points;

    /// <summary>Forgets everything and makes room for so many counts.</summary>
    public void Begin(int room)
    {
        if (_sum.Length <= room)
        {
            (_sum, _size) = (new double[room + 1], new double[room + 1]);
        }
        (_blocks, _total, _points) = (0, 0, 0);
    }

    public void Add(double count)
    {
        (_sum[_blocks], _size[_blocks]) = (count, 1);
        _total += count;
        _points++;
        while (_blocks > 0 && _sum[_blocks] * _size[_blocks - 1] <= _sum[_blocks - 1] * _size[_blocks])
        {
            _sum[_blocks - 1] += _sum[_blocks];
            _size[_blocks - 1] += _size[_blocks];
            _blocks--;
        }
        _blocks++;
    }

    /// <summary>Σ x log(fitted / mean): within a block the counts sum up, so the block's sum stands for them.</summary>
    public double LogRatio() => LogRatio(_blocks, 0, 0, Mean);

    /// <summary>The same as if one more count had come.</summary>
    public double LogRatioWith(double count)
    {
        var (sum, size, blocks) = (count, 1.0, _blocks);
        while (blocks > 0 && sum * _size[blocks - 1] <= _sum[blocks - 1] * size)
        {
            blocks--;
            sum += _sum[blocks];
            size += _size[blocks];
        }
        return LogRatio(blocks, sum, size, (_total + count) / (_points + 1));
    }

    private double LogRatio(int blocks, double sum, double size, double mean)
    {
        var ratio = sum > 0 ? sum * Math.Log(sum / size / mean) : 0;
        for (var block = 0; block < blocks; block++)
        {
            ratio += _sum[block] > 0 ? _sum[block] * Math.Log(_sum[block] / _size[block] / mean) : 0;
        }
        return ratio;
    }
}
