using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace CityLoom.Web.Words;

/// <summary>
/// Every sentence of the interface in every language, read once from the embedded <c>Words/*.json</c>. A file is an area; an
/// entry is <c>"key": { "zh": "…", "en": "…" }</c>. <c>{name}</c> is a placeholder; an English text <c>one|many</c> gives the
/// singular before the bar, chosen when the placeholder <c>{n}</c> is 1.
/// </summary>
public sealed class WordBook
{
    private static readonly JsonSerializerOptions Once = new() { AllowDuplicateProperties = false };

    private readonly FrozenDictionary<string, string[]> entries;

    private WordBook(FrozenDictionary<string, string[]> entries) => this.entries = entries;

    /// <summary>All keys, for the test that looks for missing words.</summary>
    public IReadOnlyCollection<string> Keys => entries.Keys;

    /// <summary>Reads the words embedded in this assembly. Throws when a key stands twice or lacks a language.</summary>
    public static WordBook Read()
    {
        var entries = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var assembly = typeof(WordBook).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(n => n.StartsWith("words/", StringComparison.Ordinal)))
        {
            ReadArea(assembly, file, entries);
        }

        return new WordBook(entries.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>True when there is such a key.</summary>
    public bool Has(string key) => entries.ContainsKey(key);

    /// <summary>The text of a key; a key nobody wrote comes back in double brackets, so that it is seen and searched for.</summary>
    public string Find(string key, Language language) =>
        entries.TryGetValue(key, out var texts) ? texts[(int)language] : $"⟦{key}⟧";

    private static void ReadArea(Assembly assembly, string file, Dictionary<string, string[]> entries)
    {
        using var stream = assembly.GetManifestResourceStream(file)!;
        var area = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream, Once)!;
        foreach (var (key, texts) in area)
        {
            string[] both = [.. Enum.GetValues<Language>().Select(l => texts.GetValueOrDefault(l.Code())
                ?? throw new InvalidOperationException($"{file}: “{key}” has no text for {l.Code()}."))];
            if (!entries.TryAdd(key, both))
            {
                throw new InvalidOperationException($"{file}: “{key}” is already used in another area.");
            }
        }
    }
}
