using CityLoom.Detection.Series;

namespace CityLoom.Detection.Evaluation;

/// <summary>How well a detector tells outbreaks from quiet weeks, summed over simulated series.</summary>
public sealed class DetectorQuality
{
    /// <summary>The weeks that are judged: the last 49 of 624.</summary>
    private const int FirstWeek = 575;
    private const int Weeks = 49;

    private readonly List<double> _quiet = [];
    private readonly List<double> _strongest = [];
    private readonly Finding[] _findings = new Finding[Weeks];

    /// <summary>Series seen.</summary>
    public int Series => _strongest.Count;

    /// <summary>Alarms in weeks without an outbreak.</summary>
    public int FalseAlarms { get; private set; }

    /// <summary>Outbreaks with an alarm between their first and last week.</summary>
    public int Detected { get; private set; }

    /// <summary>Outbreaks with an alarm in their first week.</summary>
    public int DetectedAtOnce { get; private set; }

    /// <summary>Weeks from the first week of an outbreak to its first alarm, over those detected.</summary>
    public int Delay { get; private set; }

    /// <summary>Share of quiet weeks with an alarm.</summary>
    public double FalseAlarmRate => FalseAlarms / (double)_quiet.Count;

    /// <summary>Share of outbreaks that were detected.</summary>
    public double Detection => Detected / (double)Series;

    /// <summary>Judges one simulated series with a detector.</summary>
    public void Add(OutbreakScenario scenario, IDetector detector)
    {
        detector.Watch(new CountSeries("quiet", scenario.Quiet, 52), FirstWeek, _findings);
        foreach (var finding in _findings)
        {
            _quiet.Add(Strength(finding));
            FalseAlarms += finding.Alarm ? 1 : 0;
        }
        detector.Watch(new CountSeries("outbreaks", scenario.Outbreaks, 52), FirstWeek, _findings);
        var current = _findings.AsSpan(scenario.First - FirstWeek, scenario.Last - scenario.First + 1);
        var strongest = double.NegativeInfinity;
        var delay = -1;
        for (var week = 0; week < current.Length; week++)
        {
            strongest = Math.Max(strongest, Strength(current[week]));
            delay = delay < 0 && current[week].Alarm ? week : delay;
        }
        _strongest.Add(strongest);
        Detected += delay >= 0 ? 1 : 0;
        DetectedAtOnce += delay == 0 ? 1 : 0;
        Delay += Math.Max(0, delay);
    }

    /// <summary>Adds what another thread saw.</summary>
    public void Add(DetectorQuality other)
    {
        _quiet.AddRange(other._quiet);
        _strongest.AddRange(other._strongest);
        FalseAlarms += other.FalseAlarms;
        Detected += other.Detected;
        DetectedAtOnce += other.DetectedAtOnce;
        Delay += other.Delay;
    }

    /// <summary>The share detected were the detector's own limit moved until it gives a certain share of false alarms.</summary>
    public double DetectionAt(double falseAlarmRate)
    {
        var sorted = _quiet.Order().ToArray();
        var limit = sorted[Math.Clamp(sorted.Length - 1 - (int)(falseAlarmRate * sorted.Length), 0, sorted.Length - 1)];
        return _strongest.Count(strength => strength > limit) / (double)Series;
    }

    /// <summary>One measure for all detectors: how small the p-value is, else the method's statistic; an infinite one for 0/0.</summary>
    private static double Strength(Finding finding)
    {
        var strength = double.IsNaN(finding.PValue) ? finding.Statistic : -Math.Log(Math.Max(finding.PValue, 1e-300));
        return double.IsNaN(strength) ? double.NegativeInfinity : strength;
    }
}
