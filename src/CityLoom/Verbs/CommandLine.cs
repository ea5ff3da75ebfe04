using System.CommandLine;

namespace CityLoom.Verbs;

/// <summary>Parses the command line and runs the verb it names; wrong usage ends with one line of what to mend.</summary>
internal static class CommandLine
{
    public static int Run(string about, IEnumerable<Command> verbs, string[] args, Terminal terminal)
    {
        var root = new RootCommand(about);
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke();
        }
        foreach (var error in parsed.Errors)
        {
            terminal.Error(error.Message);
        }
        terminal.Error($"用法见 / for usage see: cityloom {Path(parsed)}--help");
        return ExitCodes.WrongUsage;
    }

    /// <summary>The verbs as typed, so that the hint leads to the right page of help.</summary>
    private static string Path(ParseResult parsed)
    {
        var path = "";
        for (var at = parsed.CommandResult; at.Parent is System.CommandLine.Parsing.CommandResult above; at = above)
        {
            path = at.Command.Name + " " + path;
        }
        return path;
    }
}
