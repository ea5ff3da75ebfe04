using System.Text.RegularExpressions;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Architecture;

/// <summary>Files are short, and say nothing about the machine that they were written on.</summary>
public sealed partial class FileTests(ITestOutputHelper output)
{
    private const int LongestFile = 400;

    [Fact]
    public async Task No_source_file_is_longer_than_400_lines()
    {
        var files = (await TrackedFiles.List()).Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal));
        var sizes = files.Select(path => (Path: path, Lines: File.ReadLines(TrackedFiles.Full(path)).Count())).OrderBy(file => file.Lines).ToList();

        output.WriteLine($"{sizes.Count} files, median {sizes[sizes.Count / 2].Lines} lines, 90 % have at most {sizes[sizes.Count * 9 / 10].Lines}; the longest:");
        foreach (var (path, lines) in sizes.AsEnumerable().Reverse().Take(10))
        {
            output.WriteLine($"{lines,5} {path}");
        }

        Assert.DoesNotContain(sizes, file => file.Lines > LongestFile);
    }

    [Fact]
    public async Task No_file_names_a_path_or_a_package_host_of_a_machine()
    {
        var found = new List<string>();
        foreach (var path in (await TrackedFiles.List()).Where(TrackedFiles.IsText))
        {
            var number = 0;
            foreach (var line in File.ReadLines(TrackedFiles.Full(path)))
            {
                number++;
                if (Machine.IsMatch(line) || Host.IsMatch(line))
                {
                    found.Add($"{path}:{number}: {line.Trim()}");
                }
            }
        }

        Expect.None(found);
    }

    [Theory]
    [InlineData("cd /wo" + "rk/main")]
    [InlineData("file:///ho" + "me/li/code")]
    [InlineData(@"C:\Us" + @"ers\li\code")]
    public void The_rule_finds_a_path_of_a_machine(string line) => Assert.Matches(Machine, line);

    [Theory]
    [InlineData("\"resolved\": \"htt" + "ps://packages.example/x.tgz\"")]
    [InlineData("regis" + "try=htt" + "p://10.0.0.7:4873/")]
    [InlineData("<add key=\"feed\" value=\"htt" + "ps://packages.example/v3/index.json\" />")]
    public void The_rule_finds_a_package_host(string line) => Assert.Matches(Host, line);

    [Theory]
    [InlineData("GET /works/of/art")]
    [InlineData("a note of 6 (/home) pages")]
    [InlineData("http://127.0.0.1:5311")]
    [InlineData("xmlns=\"http://www.w3.org/2000/svg\"")]
    public void The_rules_let_other_lines_pass(string line)
    {
        Assert.DoesNotMatch(Machine, line);
        Assert.DoesNotMatch(Host, line);
    }

    /// <summary>Absolute paths under a person's or a build machine's own folders.</summary>
    [GeneratedRegex(@"(?<![\w.])/(root|home/\w+|Users/\w+|work/\w+|workspace/\w+|mnt/[a-z]/)(?=[/\s""'<`:,;)]|$)|[A-Z]:\\+Users\\")]
    private static partial Regex Machine { get; }

    /// <summary>Where packages come from is the machine's own setting: no feed in a lock file or configuration.</summary>
    [GeneratedRegex(@"""resolved"":\s*""https?:|\bregistry\s*=\s*https?:|<add key=""[^""]*"" value=""https?:|(index-url|--source|--registry)[ =]+https?:|https?://(10|172\.(1[6-9]|2\d|3[01])|192\.168)\.\d")]
    private static partial Regex Host { get; }
}
