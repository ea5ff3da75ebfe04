using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CityLoom.Reading;

namespace CityLoom.Tests.Reading.Cleaning;

public sealed partial class SharedSetTests
{
    [Fact]
    public void Cleaning_of_the_evaluation_documents_is_nearly_perfect()
    {
        var documents = Repository.Documents();
        var results = Directory.CreateTempSubdirectory("cityloom-score-");
        try
        {
            foreach (var gold in Directory.EnumerateFiles(documents, "*.gold.json"))
            {
                var name = Path.GetFileName(gold)[..^".gold.json".Length];
                var outcome = DirectiveReader.Read(File.ReadAllBytes(Path.Combine(documents, name + ".txt")));
                File.WriteAllText(Path.Combine(results.FullName, name + ".json"), ReadingJson.Write(outcome.Value!));
            }
            var figure = CleaningLine().Match(Score(documents, results.FullName)).Groups[1].Value;
            Assert.True(double.Parse(figure, CultureInfo.InvariantCulture) >= 0.99, figure);
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private static string Score(string documents, string results)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo(
                "python3", [Path.Combine(documents, "score.py"), "--gold", documents, "--pred", results]) { RedirectStandardOutput = true })!;
            var printed = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return printed;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3, which runs the scorer, is not installed here.");
            throw;
        }
    }

    [GeneratedRegex(@"cleaning, edit similarity\s+([\d.]+)")]
    private static partial Regex CleaningLine();
}
