namespace CityLoom.Detection.Farrington;

/// <summary>
/// The past counts that a count is compared with, ordered by seasonal level so that each level is one run of the arrays. Room is
/// kept and grows only when a longer baseline comes.
/// </summary>
internal sealed class Baseline
{
    public double[] Count = [];
    public double[] Time = [];
    public double[] Offset = [];

    /// <summary>Level l is the run from <c>LevelStart[l]</c> to before <c>LevelStart[l + 1]</c>.</summary>
    public int[] LevelStart = [];

    public int Length;
    public int Levels;
    public bool HasOffset;

    /// <summary>Level, time and offset of the period that is judged; the level is -1 when no past count has it.</summary>
    public int TargetLevel;
    public double TargetTime;
    public double TargetOffset;

    public double Largest;

    public void Reserve(int points, int levels)
    {
        if (Count.Length < points)
        {
            (Count, Time, Offset) = (new double[points], new double[points], new double[points]);
        }
        if (LevelStart.Length <= levels)
        {
            LevelStart = new int[levels + 1];
        }
    }
}
