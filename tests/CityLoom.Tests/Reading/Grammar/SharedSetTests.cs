using System.Diagnostics;
using System.Text.Json;
using CityLoom.Reading;
using CityLoom.Reading.Grammar;

namespace CityLoom.Tests.Reading.Grammar;

/// <summary>Reads the annotated documents beside the repository and holds the grammar to what it reaches, by the set's own scorer.</summary>
public class SharedSetTests
{
    [Fact]
    public async Task The_grammar_reaches_its_figures_on_the_annotated_documents()
    {
        var documents = Repository.Documents();
        var folder = Directory.CreateTempSubdirectory("cityloom-readings");
        try
        {
            ReadAll(documents, folder.FullName);
            var total = await Score(documents, folder.FullName);
            Assert.Multiple(
                () => AtLeast(total, "ledger_overlap", 0.85),
                () => AtLeast(total, "ledger_exact", 0.8),
                () => AtLeast(total, "all_overlap", 0.86),
                () => AtLeast(total, "deadline", 0.89),
                () => AtLeast(total, "quantity", 0.91),
                () => AtLeast(total, "owner", 0.86),
                () => AtLeast(total, "body", 0.83),
                () => AtLeast(total, "framework", 0.8),
                () => AtLeast(total, "programme", 0.76),
                () => Assert.InRange(total.GetProperty("kind").GetProperty("accuracy").GetDouble(), 0.92, 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void ReadAll(string documents, string folder)
    {
        foreach (var file in Directory.GetFiles(documents, "*.clean.txt"))
        {
            var reading = DirectiveGrammar.Read(CleanText.Unchanged(File.ReadAllText(file)));
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)[..3] + ".json"), ReadingJson.Write(reading));
        }
    }

    private static async Task<JsonElement> Score(string documents, string folder)
    {
        var figures = Path.Combine(folder, "figures.json");
        var start = new ProcessStartInfo("python3", [Path.Combine(documents, "score.py"), "--gold", documents, "--pred", folder, "--json", figures])
        {
            RedirectStandardOutput = true,
        };
        using var scorer = Start(start);
        await scorer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await scorer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, scorer.ExitCode);
        return JsonDocument.Parse(await File.ReadAllTextAsync(figures, TestContext.Current.CancellationToken)).RootElement.GetProperty("_total");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The scorer needs python3, which is not installed.");
            throw;
        }
    }

    private static void AtLeast(JsonElement total, string figure, double least) =>
        Assert.InRange(total.GetProperty(figure).GetProperty("f1").GetDouble(), least, 1);
}
