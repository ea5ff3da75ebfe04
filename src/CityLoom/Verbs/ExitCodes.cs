namespace CityLoom.Verbs;

/// <summary>What the process returns; every verb keeps to these.</summary>
internal static class ExitCodes
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some input was refused, each with a line on standard error; the rest was done.</summary>
    public const int SomeRefused = 1;

    /// <summary>The command line itself was wrong; nothing was done.</summary>
    public const int WrongUsage = 2;
}
