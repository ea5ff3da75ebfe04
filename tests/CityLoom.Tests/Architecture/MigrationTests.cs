using System.Globalization;
using System.Text.RegularExpressions;

namespace CityLoom.Tests.Architecture;

/// <summary>The schema is a numbered story per module: no number is missing, none is told twice.</summary>
public sealed partial class MigrationTests
{
    [Fact]
    public void Migrations_are_numbered_from_one_without_gaps()
    {
        Assert.All(SourceModule.All, module =>
        {
            foreach (var story in Scripts(module).GroupBy(Dialect))
            {
                var numbers = story.Select(Number).Order().ToList();
                Assert.True(numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)), $"{module} {story.Key}: {string.Join(' ', numbers)}");
            }
        });
    }

    [Fact]
    public void Every_script_is_inside_its_assembly()
    {
        Assert.All(SourceModule.All, module =>
        {
            var inside = module.Assembly.GetManifestResourceNames();
            Assert.All(Scripts(module), script => Assert.Contains(inside, name => name.EndsWith(script, StringComparison.Ordinal)));
        });
    }

    [GeneratedRegex(@"^(?<number>\d+)[-_.](?<name>[A-Za-z0-9_-]+)(\.(?<dialect>[a-z]+))?\.sql$")]
    private static partial Regex Shape { get; }

    private static IEnumerable<string> Scripts(SourceModule module)
    {
        var folder = Path.Combine(module.Folder, "Migrations");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.sql").Select(path => Path.GetFileName(path)) : [];
    }

    private static int Number(string script) => int.Parse(Match(script).Groups["number"].Value, CultureInfo.InvariantCulture);

    /// <summary>A script for one database only says so: 0001-name.sqlite.sql; each database then has its own story.</summary>
    private static string Dialect(string script) => Match(script).Groups["dialect"].Value;

    private static Match Match(string script)
    {
        var match = Shape.Match(script);
        Assert.True(match.Success, $"{script} should be named like 0001-matters.sql or 0001-matters.sqlite.sql");
        return match;
    }
}
