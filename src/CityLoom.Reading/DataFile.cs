namespace CityLoom.Reading;

/// <summary>The tables of the reader: text files inside the assembly, a line each, <c>#</c> begins a comment line.</summary>
internal static class DataFile
{
    /// <summary>The lines of <c>Data/NAME</c> without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name) => ResourceLines("data/" + name);

    /// <summary>The lines of an embedded resource without comments and empty ones.</summary>
    public static IEnumerable<string> ResourceLines(string resource)
    {
        var stream = typeof(DataFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its table {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The lines of <c>Data/NAME</c> by section; a section begins with its name in square brackets.</summary>
    public static Dictionary<string, List<string>> Sections(string name)
    {
        var sections = new Dictionary<string, List<string>>();
        List<string> current = [];
        foreach (var line in Lines(name))
        {
            if (line is ['[', .. var section, ']'])
            {
                sections[section] = current = [];
            }
            else
            {
                current.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }
        return sections;
    }
}
