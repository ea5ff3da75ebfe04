using System.Text.RegularExpressions;
using CityLoom.Web.Words;

namespace CityLoom.Tests.Web;

public sealed partial class WordsTests
{
    private static readonly WordBook Book = WordBook.Read();

    [Fact]
    public void Both_languages_have_the_same_placeholders()
    {
        foreach (var key in Book.Keys)
        {
            var chinese = Holes().Matches(Book.Find(key, Language.Chinese)).Select(m => m.Value).ToHashSet();
            var variants = Book.Find(key, Language.English).Split('|');
            foreach (var variant in variants)
            {
                var english = Holes().Matches(variant).Select(m => m.Value).ToHashSet();
                if (variants.Length > 1 && variant == variants[0])
                {
                    english.Add("{n}"); // of one thing English may say "once"
                }

                Assert.True(chinese.SetEquals(english), $"{key}: {string.Join(' ', chinese)} against {string.Join(' ', english)} in “{variant}”");
            }
        }
    }

    [Fact]
    public void No_text_is_empty_and_chinese_punctuation_is_full_width()
    {
        foreach (var key in Book.Keys)
        {
            Assert.NotEqual("", Book.Find(key, Language.Chinese).Trim());
            Assert.NotEqual("", Book.Find(key, Language.English).Trim());
            Assert.False(HalfWidth().IsMatch(Book.Find(key, Language.Chinese)), $"{key}: half-width punctuation in “{Book.Find(key, Language.Chinese)}”");
        }
    }

    [Fact]
    public void Every_key_a_page_uses_is_written()
    {
        var areas = Book.Keys.Select(k => k[..k.IndexOf('.', StringComparison.Ordinal)]).ToHashSet();
        var missing = new List<string>();
        foreach (var file in Sources())
        {
            foreach (Match use in Literal().Matches(File.ReadAllText(file)))
            {
                var (key, area) = (use.Groups[1].Value, use.Groups[2].Value);
                var whole = Book.Keys.Contains(key);
                var start = (key.EndsWith('.') || key.EndsWith('-')) && Book.Keys.Any(k => k.StartsWith(key, StringComparison.Ordinal));
                if (areas.Contains(area) && !whole && !start)
                {
                    missing.Add($"{key} in {Path.GetFileName(file)}");
                }
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void A_key_that_nobody_wrote_is_seen_on_the_page() => Assert.Equal("⟦no.such⟧", Book.Find("no.such", Language.English));

    private static IEnumerable<string> Sources()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CityLoom.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Directory.EnumerateFiles(Path.Combine(root.FullName, "src", "CityLoom.Web"), "*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:?!](?!\d)")]
    private static partial Regex HalfWidth();

    [GeneratedRegex("\"(([a-z]+(?:-[a-z]+)*)\\.[a-z.-]+)\"")]
    private static partial Regex Literal();
}
