namespace CityLoom.Detection.Glr;

/// <summary>The statistic of a likelihood ratio chart.</summary>
internal interface IChart
{
    /// <summary>True when reaching the limit is enough for an alarm.</summary>
    bool AlarmsAtLimit { get; }

    /// <summary>The statistic of the stretch so far.</summary>
    double Statistic(Stretch stretch);

    /// <summary>Forgets what it carries along.</summary>
    void Restart();

    /// <summary>The count that would alarm at the last period of the stretch, for a given statistic of the periods before.</summary>
    double Bound(Stretch stretch, double limit, double before);
}
