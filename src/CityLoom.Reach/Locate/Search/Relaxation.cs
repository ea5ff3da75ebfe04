namespace CityLoom.Reach.Locate.Search;

/// <summary>
/// A location problem, to be maximized, with its coupling constraints priced by multipliers (Lagrangian relaxation): what is
/// left falls apart into a constant and a value for each unit at each site, so that the best choice is a matter of sorting.
/// The sum is an upper bound for any multipliers.
/// </summary>
internal abstract class Relaxation
{
    /// <summary>Number of sites.</summary>
    public abstract int Sites { get; }

    /// <summary>Number of multipliers.</summary>
    public abstract int Multipliers { get; }

    /// <summary>The units to place; null when their number is free.</summary>
    public abstract int? Units { get; }

    /// <summary>The least difference between two objectives; 0 when they may lie arbitrarily close.</summary>
    public abstract double Grain { get; }

    /// <summary>No feasible choice has an objective below this.</summary>
    public abstract double Floor { get; }

    /// <summary>Whether <see cref="Start"/> comes near the best multipliers, so that a short run from there will do.</summary>
    public virtual bool StartsNear => false;

    /// <summary>Sensible multipliers to begin with.</summary>
    public abstract void Start(double[] multipliers, Func<bool> over);

    /// <summary>Fills the value of a unit at each site that the range does not close, and returns the constant.</summary>
    public abstract double Price(double[] multipliers, SiteRange range, double[] siteValues);

    /// <summary>Fills the slope of the bound in the multipliers, for the choice that <see cref="Price"/> led to.</summary>
    public abstract void Slope(int[] units, double[] slope);

    /// <summary>Moves the multipliers back to where they are valid.</summary>
    public abstract void Project(double[] multipliers);

    /// <summary>Whether a range may hold a feasible choice; a cheap test.</summary>
    public virtual bool Possible(SiteRange range) => range.Allows(Units);

    /// <summary>The objective of a choice; negative infinity when it is not feasible.</summary>
    public abstract double Evaluate(int[] units);

    /// <summary>Makes a choice better by local search; returns its objective.</summary>
    public abstract double Improve(int[] units);

    /// <summary>A better choice sought at length, from the best one and anew, among the sites that a range leaves open; null when there is none.</summary>
    /// <param name="units">The best choice known.</param>
    /// <param name="range">What is open.</param>
    /// <param name="multipliers">Those of the lowest bound, by which sites are told that may belong to a good choice.</param>
    /// <param name="over">Whether time is up.</param>
    public virtual int[]? Intensify(int[] units, SiteRange range, double[] multipliers, Func<bool> over) => null;

    /// <summary>A good choice to begin with, or null when none was found.</summary>
    public abstract int[]? FirstChoice();
}
