namespace CityLoom.Detection.Glr;

/// <summary>How counts are distributed after a change of a certain size.</summary>
internal interface IChangeModel
{
    /// <summary>True when reaching the limit is enough for an alarm.</summary>
    bool AlarmsAtLimit { get; }

    /// <summary>The size from which the likeliest one is sought.</summary>
    double Start { get; }

    /// <summary>First derivative of the log likelihood by the size of the change, and its information.</summary>
    (double Score, double Information) Derivatives(Window window, double change);

    /// <summary>How far two sizes are apart, to know when to stop.</summary>
    double Distance(double a, double b);

    /// <summary>The nearest size in the wanted direction.</summary>
    double Clip(double change);

    /// <summary>Log likelihood ratio of the change against none.</summary>
    double Ratio(Window window, double change);
}
