using System.Globalization;

namespace CityLoom.Reading.Grammar;

/// <summary>The words of the genre, from the text files in <c>Grammar/Data</c>, which are part of the assembly.</summary>
internal static class Lexicon
{
    private const string Prefix = "grammar/";

    private static readonly Dictionary<string, (WordClass Classes, float Lean)> All = ReadAll();

    /// <summary>All words of all classes.</summary>
    public static WordTrie Words { get; } = WordTrie.Of(All);

    /// <summary>The words of one class.</summary>
    public static IEnumerable<string> Of(WordClass wanted) =>
        All.Where(word => (word.Value.Classes & wanted) != 0).Select(word => word.Key);

    /// <summary>Lines of one data file, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidOperationException($"The grammar's data file {file} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static Dictionary<string, (WordClass Classes, float Lean)> ReadAll()
    {
        var words = new Dictionary<string, (WordClass Classes, float Lean)>();
        foreach (var resource in typeof(Lexicon).Assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(Prefix, StringComparison.Ordinal) && resource != Prefix + KindWeights.File
                && resource != Prefix + Events.File)
            {
                ReadFile(resource[Prefix.Length..], words);
            }
        }
        return words;
    }

    private static void ReadFile(string file, Dictionary<string, (WordClass Classes, float Lean)> words)
    {
        var section = default((WordClass Class, float Lean));
        foreach (var line in Lines(file))
        {
            if (line[0] == '[')
            {
                section = Section(line, file);
                continue;
            }
            foreach (var text in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var known = words.GetValueOrDefault(text);
                var lean = section.Class == WordClass.Verb && (known.Classes & WordClass.Verb) == 0 ? section.Lean : known.Lean;
                words[text] = (known.Classes | section.Class, lean);
            }
        }
    }

    private static (WordClass Class, float Lean) Section(string line, string file)
    {
        var parts = line.Trim('[', ']').Split(' ');
        if (!Enum.TryParse<WordClass>(parts[0].Replace(".", "", StringComparison.Ordinal), ignoreCase: true, out var wordClass))
        {
            throw new InvalidOperationException($"{file}: there is no word class {parts[0]}.");
        }
        return (wordClass, parts.Length > 1 ? float.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }
}
