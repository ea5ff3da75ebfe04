namespace CityLoom.Verbs.Detect;

/// <summary>Runs a folder of cases; what can't be used is named on standard error instead of thrown.</summary>
internal static class FolderRun
{
    /// <summary>Runs the work with a place to report bad rows to.</summary>
    /// <returns>Done, or some refused when a row or a file was.</returns>
    public static int Guarded(Terminal terminal, Action<Action<string>> work)
    {
        var bad = 0;
        try
        {
            work(problem =>
            {
                bad++;
                terminal.Error(problem);
            });
            return bad == 0 ? ExitCodes.Done : ExitCodes.SomeRefused;
        }
        catch (Exception unusable) when (unusable is TableProblem or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(unusable.Message);
        }
    }
}
