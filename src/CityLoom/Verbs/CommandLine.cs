using System.CommandLine;
using System.Data.Common;

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
        var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
        if (parsed.Errors.Count == 0)
        {
            return Guarded(parsed, terminal);
        }
        foreach (var error in parsed.Errors)
        {
            terminal.Error(error.Message);
        }
        terminal.Error($"用法见 / for usage see: cityloom {Path(parsed)}--help");
        return ExitCodes.WrongUsage;
    }

    /// <summary>What the machine refuses, a file or a database, is one line of what is wrong; anything else is a bug and shows where.</summary>
    private static int Guarded(ParseResult parsed, Terminal terminal)
    {
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InvalidDataException or DbException or NotSupportedException)
        {
            terminal.Error(refused.Message);
            return ExitCodes.SomeRefused;
        }
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
