namespace CityLoom.Verbs;

/// <summary>What verbs say to a person, and how far they are when a terminal watches.</summary>
internal static class Terminal
{
    /// <summary>True when a person watches standard error.</summary>
    public static bool Watched => !Console.IsErrorRedirected;

    /// <summary>Says why something was refused; returns the exit code.</summary>
    public static int Refuse(string words, int exitCode)
    {
        Console.Error.WriteLine(words);
        return exitCode;
    }

    /// <summary>A counter on one line while a terminal watches; null when none does.</summary>
    public static Action<long>? Counting(string what) => Watched ? n => Console.Error.Write($"\r{n:N0} {what} ") : null;
}
