using CityLoom.Detection.Series;

namespace CityLoom.Detection.Farrington;

/// <summary>Chooses the baseline of a period: windows around the same time of earlier years, the rest of the year in blocks.</summary>
internal sealed class SeasonalBlocks(FlexibleOptions options)
{
    private readonly Baseline _baseline = new();
    private readonly int[] _references = new int[options.Years + 1];
    private readonly int[] _place = new int[options.Levels];
    private readonly int[] _compact = new int[options.Levels];
    private int[] _level = [];
    private int[] _levelOf = [];
    private int _first;

    /// <summary>True when all references of the period and their windows lie in the series; the reference lets a series begin amid the oldest window.</summary>
    public bool Reaches(CountSeries series, int t) => options.RCompatible
        ? t >= series.PeriodsPerYear * options.Years + options.HalfWindow && Find(series, t)
        : Find(series, t) && _references[options.Years] - options.HalfWindow >= 0;

    /// <summary>The baseline of period t, valid until the next call.</summary>
    public Baseline Choose(CountSeries series, int t)
    {
        Find(series, t);
        var first = Math.Max(0, _references[options.Years] - options.HalfWindow);
        var end = Math.Max(first, t - options.LeftOut);
        _first = first;
        Mark(first, t + 1, t);
        _level.AsSpan(0, t + 1 - first).CopyTo(_levelOf);
        Sort(series, first, end);
        (_baseline.TargetTime, _baseline.TargetOffset) = (TimeOf(series, t), OffsetOf(series, t));
        return _baseline;
    }

    /// <summary>Level of a period up to the judged one in the baseline chosen last; -1 when the baseline has none of it.</summary>
    public int LevelOf(int i) => _levelOf[i - _first] is var level and >= 0 ? _compact[level] : -1;

    /// <summary>log of the population where it is modelled, else 0.</summary>
    public double OffsetOf(CountSeries series, int i) => options.PopulationOffset ? Math.Log(series.Population[i]) : 0;

    /// <summary>Periods since the middle of the baseline's years, so that sums of squares keep their digits.</summary>
    public double TimeOf(CountSeries series, int i)
    {
        var middle = _first + options.Years * series.PeriodsPerYear / 2;
        return series.IsDated
            ? (series.Dates[i].DayNumber - series.Dates[middle].DayNumber) / (double)(series.Dates[1].DayNumber - series.Dates[0].DayNumber)
            : i - middle;
    }

    private bool Find(CountSeries series, int t)
    {
        _references[0] = t;
        for (var i = 1; i <= options.Years; i++)
        {
            var at = series.IsDated ? Dated(series, t, i) : t - series.PeriodsPerYear * i;
            if (at < 0)
            {
                return false;
            }
            _references[i] = at;
        }
        return true;
    }

    /// <summary>
    /// The same calendar day of an earlier year (1 March for 29 February); for weeks the day of t's own weekday nearest to it, the
    /// one in the same week from Sunday to Saturday when both are as near.
    /// </summary>
    private static int Dated(CountSeries series, int t, int years)
    {
        var day = series.Dates[t];
        var then = day is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(day.Year - years)
            ? new DateOnly(day.Year - years, 3, 1)
            : day.AddYears(-years);
        if (series.PeriodsPerYear == 52)
        {
            var same = then.AddDays((int)day.DayOfWeek - (int)then.DayOfWeek);
            var other = same.AddDays(same < then ? 7 : -7);
            then = Math.Abs(other.DayNumber - then.DayNumber) < Math.Abs(same.DayNumber - then.DayNumber) ? other : same;
        }
        return series.IndexOf(then);
    }

    /// <summary>Level of each period from first to before end: the last for windows, ascending from 0 in the gaps, -1 for unused.</summary>
    private void Mark(int first, int end, int t)
    {
        if (_level.Length < end - first)
        {
            (_level, _levelOf) = (new int[(end - first) * 2], new int[(end - first) * 2]);
        }
        var blocks = options.Levels - 1;
        for (var i = options.Years; i >= 0; i--)
        {
            var from = _references[i] - options.HalfWindow;
            var to = i == 0 ? t : _references[i] + options.HalfWindow;
            Fill(from - first, to - first + 1, end - first, blocks);
            if (i > 0)
            {
                MarkGap(to + 1 - first, _references[i - 1] - options.HalfWindow - first, end - first, blocks);
            }
        }
    }

    private void MarkGap(int from, int to, int end, int blocks)
    {
        if (blocks == 0)
        {
            Fill(from, to, end, -1);
            return;
        }
        var (each, longer) = Math.DivRem(Math.Max(0, to - from), blocks);
        for (var block = 0; block < blocks; block++)
        {
            var next = from + each + (block < longer ? 1 : 0);
            Fill(from, next, end, block);
            from = next;
        }
    }

    private void Fill(int from, int to, int end, int level)
    {
        from = Math.Max(from, 0);
        to = Math.Min(to, end);
        if (from < to)
        {
            _level.AsSpan(from, to - from).Fill(level);
        }
    }

    /// <summary>Counting sort of the periods by level; missing counts and empty levels fall out.</summary>
    private void Sort(CountSeries series, int first, int end)
    {
        var counts = series.Counts;
        _baseline.Reserve(end - first, options.Levels);
        Array.Clear(_place);
        for (var i = first; i < end; i++)
        {
            if (_level[i - first] >= 0 && !double.IsNaN(counts[i]))
            {
                _place[_level[i - first]]++;
            }
            else
            {
                _level[i - first] = -1;
            }
        }
        Place();
        _baseline.Largest = 0;
        for (var i = first; i < end; i++)
        {
            if (_level[i - first] >= 0)
            {
                var at = _place[_level[i - first]]++;
                _baseline.Count[at] = counts[i];
                _baseline.Time[at] = TimeOf(series, i);
                _baseline.Offset[at] = OffsetOf(series, i);
                _baseline.Largest = Math.Max(_baseline.Largest, counts[i]);
            }
        }
    }

    /// <summary>Turns sizes of levels into where each begins.</summary>
    private void Place()
    {
        var (levels, at) = (0, 0);
        for (var level = 0; level < options.Levels; level++)
        {
            var size = _place[level];
            (_place[level], _compact[level]) = (at, size > 0 ? levels : -1);
            if (size > 0)
            {
                _baseline.LevelStart[levels++] = at;
            }
            at += size;
        }
        _baseline.TargetLevel = at > _place[options.Levels - 1] ? levels - 1 : -1;
        _baseline.LevelStart[levels] = at;
        _baseline.Levels = levels;
        _baseline.Length = at;
    }
}
