using System.Text.Json;
using CityLoom.Reading;

namespace CityLoom.Tests.Reading.Verb;

public sealed class DirectiveReadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cityloom-read-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void One_file_prints_the_JSON_of_the_guide()
    {
        var result = CityLoomProcess.Run(["directive", "read", Write("a.txt", Samples.Utf8(Samples.Report)), "--json"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        using var json = JsonDocument.Parse(result.Output);
        string[] names = ["clean_text", "document", "measures", "frameworks", "bodies"];
        Assert.All(names, name => Assert.True(json.RootElement.TryGetProperty(name, out _), name));
        Assert.Contains("织密社区服务网", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read_in_any_encoding()
    {
        var result = CityLoomProcess.Run(["directive", "read", "-", "--json"], Samples.CodePage("gb18030").GetBytes(Samples.Report));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Read.Clean(Samples.Report).Text, ReadingJson.Read(result.Output).CleanText.Text);
    }

    [Fact]
    public void A_ledger_without_a_terminal_is_plain_text()
    {
        var result = CityLoomProcess.Run(["directive", "read", Write("a.txt", Samples.Utf8(Samples.Report))]);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Contains("原文 words\t", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_read_whole_and_what_is_refused_is_named()
    {
        Write("a.txt", Samples.Utf8(Samples.Report));
        Write("b.clean.txt", Samples.Utf8(Samples.Report));
        Write("c.html", Samples.Utf8("<html><body><p>各区要抓好落实。</p></body></html>"));
        Write("d.txt", []);
        Write("notes.md", Samples.Utf8("不读"));
        var output = Path.Combine(_folder, "out");
        var result = CityLoomProcess.Run(["directive", "read", _folder, "--out", output]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["a.json", "b.clean.json", "c.json"], Directory.EnumerateFiles(output).Select(Path.GetFileName).Order());
        var line = Assert.Single(result.Errors.Trim().Split('\n'));
        Assert.Contains("d.txt", line, StringComparison.Ordinal);
        Assert.Contains("[empty]", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_one_name_do_not_overwrite_each_other()
    {
        Write("a.txt", Samples.Utf8(Samples.Report));
        Write("a.html", Samples.Utf8("<p>各区要抓好落实。</p>"));
        var output = Path.Combine(_folder, "out");
        Assert.Equal(0, CityLoomProcess.Run(["directive", "read", _folder, "--out", output]).ExitCode);
        Assert.Equal(2, Directory.EnumerateFiles(output).Count());
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        var result = CityLoomProcess.Run(["directive", "read", Path.Combine(_folder, "none.txt"), "--json"]);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("[missing]", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_pdftotext_a_PDF_is_refused_with_the_way_to_install_it()
    {
        var file = Write("a.pdf", [.. "%PDF-1.4\n"u8]);
        var result = CityLoomProcess.Run(["directive", "read", file], path: _folder);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("apt-get install poppler-utils", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("directive")]
    [InlineData("directive read")]
    [InlineData("directive read a b --json --out")]
    [InlineData("nonsense")]
    [InlineData("directive read a --no-such-option")]
    public void Wrong_usage_ends_with_2_and_a_hint(string arguments)
    {
        var result = CityLoomProcess.Run(arguments.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--help", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_teaches_by_examples()
    {
        var result = CityLoomProcess.Run(["directive", "read", "--help"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("cityloom directive read report.txt --json", result.Output, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
