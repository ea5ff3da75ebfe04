namespace CityLoom.Verbs;

/// <summary>What a verb's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some input was refused; what could be done was done, and each refusal is a line on standard error.</summary>
    public const int BadInput = 1;

    /// <summary>The call's words are off.</summary>
    public const int Usage = 2;

    /// <summary>A verification found something that does not hold.</summary>
    public const int Tampered = 3;
}
