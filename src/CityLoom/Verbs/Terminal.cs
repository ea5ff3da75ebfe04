using System.Text;
using Spectre.Console;

namespace CityLoom.Verbs;

/// <summary>
/// Where verbs print: results on standard output, errors and progress on standard error. Tables and progress bars are drawn
/// only when a person watches; otherwise lines stay plain, columns parted by tabs.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter errors, bool outputWatched, bool errorsWatched)
{
    private readonly Lock _errorLock = new();

    /// <summary>The terminal of this process, in UTF-8 whatever the locale.</summary>
    public static Terminal OfProcess() => new(
        Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError()), !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    public void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }

    /// <summary>One line on standard error; may be called from several threads.</summary>
    public void Error(string text)
    {
        lock (_errorLock)
        {
            errors.WriteLine(text);
            errors.Flush();
        }
    }

    public void Table(string[] headings, IReadOnlyCollection<string[]> rows)
    {
        if (outputWatched)
        {
            DrawTable(headings, rows);
            return;
        }
        foreach (var row in rows.Prepend(headings))
        {
            output.WriteLine(string.Join('\t', row.Select(cell => cell.Replace('\t', ' ').ReplaceLineEndings(" "))));
        }
        output.Flush();
    }

    /// <summary>Runs work of a known number of steps; the work calls the action once a step, from any thread.</summary>
    public void Progress(string what, int steps, Action<Action> work)
    {
        if (!errorsWatched || steps < 2)
        {
            work(static () => { });
            return;
        }
        DrawProgress(what, steps, work);
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = false };

    private void DrawTable(string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators();
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }
        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }
        Drawing(output).Write(table);
        output.Flush();
    }

    private void DrawProgress(string what, int steps, Action<Action> work) => Drawing(errors).Progress().AutoClear(true).Start(context =>
    {
        var task = context.AddTask(Markup.Escape(what), maxValue: steps);
        work(() => task.Increment(1));
    });

    private static IAnsiConsole Drawing(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
