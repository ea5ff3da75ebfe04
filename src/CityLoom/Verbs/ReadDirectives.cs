using CityLoom.Reading;
using CityLoom.Reading.Sources;

namespace CityLoom.Verbs;

/// <summary>Reads the files named on the command line and prints or writes what they say.</summary>
internal sealed class ReadDirectives(Terminal terminal, bool json, bool explain, DirectoryInfo? output)
{
    public int Run(string[] names)
    {
        var inputs = new DirectiveInputs(terminal);
        foreach (var name in names)
        {
            inputs.Add(name);
        }
        if (output is null && json && inputs.Found.Count > 1)
        {
            terminal.Error("多个文件请加 --out 文件夹 / for several files give --out DIR");
            return ExitCodes.WrongUsage;
        }
        var done = output is null ? PrintEach(inputs.Found) : WriteEach(inputs.Found, output);
        return done && !inputs.AnyRefused ? ExitCodes.Done : ExitCodes.SomeRefused;
    }

    private bool PrintEach(IReadOnlyList<DirectiveInput> inputs)
    {
        var done = true;
        foreach (var input in inputs)
        {
            if (Read(input) is not { } reading)
            {
                done = false;
            }
            else if (json)
            {
                terminal.Line(ReadingJson.Write(reading));
            }
            else
            {
                LedgerPrint.Print(terminal, input.Name, reading);
            }
        }
        return done;
    }

    private bool WriteEach(IReadOnlyList<DirectiveInput> inputs, DirectoryInfo folder)
    {
        folder.Create();
        var refused = 0;
        terminal.Progress("读取 / reading", inputs.Count, step => Parallel.ForEach(inputs, input =>
        {
            if (Read(input) is { } reading)
            {
                using var file = File.Create(Path.Combine(folder.FullName, input.OutputName));
                ReadingJson.Write(file, reading);
            }
            else
            {
                Interlocked.Increment(ref refused);
            }
            step();
        }));
        return refused == 0;
    }

    /// <summary>The reading, or null once the refusal is printed.</summary>
    private DirectiveReading? Read(DirectiveInput input)
    {
        var bytes = input.Bytes();
        var outcome = bytes.Succeeded ? DirectiveReader.Read(bytes.Value.Content, explain) : bytes.Refusal;
        if (!outcome.Succeeded)
        {
            terminal.Error($"{input.Name}: {outcome.Refusal.Words} [{outcome.Refusal.Code}]");
        }
        return outcome.Value;
    }
}
