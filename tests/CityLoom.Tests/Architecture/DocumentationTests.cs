using System.Text;
using CityLoom.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace CityLoom.Tests.Architecture;

/// <summary>Every public type says in a sentence what it is.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_public_type_has_a_summary_that_is_more_than_its_name()
    {
        var silent = SourceModule.All.SelectMany(module => Silent(module));

        Expect.None(silent);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("The open matter.", false)]
    [InlineData("A thing to be done by someone by some time.", true)]
    public void A_summary_that_repeats_the_name_says_nothing(string summary, bool says) =>
        Assert.Equal(says, SaysSomething("OpenMatter", summary));

    private static IEnumerable<string> Silent(SourceModule module)
    {
        var summaries = (module.Documentation?.Descendants("member") ?? [])
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value ?? "");
        return module.Types
            .Where(type => type.IsVisible && !typeof(IComponent).IsAssignableFrom(type) && type.Name != "_Imports") // what Razor makes
            .Where(type => !SaysSomething(type.Name, summaries.GetValueOrDefault("T:" + type.FullName!.Replace('+', '.'), "")))
            .Select(type => type.FullName!);
    }

    private static bool SaysSomething(string name, string summary)
    {
        var said = Letters(summary);
        foreach (var filler in (string[])["the", "an", "a"])
        {
            said = said.StartsWith(filler, StringComparison.Ordinal) && said[filler.Length..] == Letters(name) ? "" : said;
        }

        return said.Length > 0 && said != Letters(name);
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text.Split('`')[0].Where(char.IsLetterOrDigit))
        {
            letters.Append(char.ToLowerInvariant(letter));
        }

        return letters.ToString();
    }
}
