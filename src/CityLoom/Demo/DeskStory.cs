using System.Globalization;
using CityLoom.City;
using CityLoom.City.Trees;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Intake;
using CityLoom.Requests.Templates;

namespace CityLoom.Demo;

/// <summary>Tells what lies on the hotline desk today: calls about one matter, calls whose category nobody can tell, templates of answers.</summary>
internal sealed class DeskStory(Writing writing, CityContext city, SignedIn desk, string folder)
{
    private const string Undecided = "?";

    /// <summary>Tells it, as of now.</summary>
    public void Tell()
    {
        WriteTemplates();
        TakeCalls();
    }

    private void WriteTemplates()
    {
        using var text = File.OpenText(Path.Combine(folder, "templates.csv"));
        foreach (var row in CsvTable.Read("templates.csv", text, "category", "title", "words").Rows)
        {
            _ = WriteTemplate.Run(writing, new AnswerTemplate { Category = row["category"], Title = row["title"], Words = row["words"] }, desk, city).Value;
        }
    }

    private void TakeCalls()
    {
        var catalogue = CatalogueBook.Load(writing, CatalogueBook.Newest(writing));
        using var text = File.OpenText(Path.Combine(folder, "calls.csv"));
        var (lead, members) = (0L, new List<long>());
        foreach (var row in CsvTable.Read("calls.csv", text, "hours", "category", "territory", "lead", "words").Rows)
        {
            var at = city.Now.AddHours(-double.Parse(row["hours"], CultureInfo.InvariantCulture));
            var decided = row["category"] != Undecided;
            var raised = RaiseRequest.Run(
                writing,
                new NewRequest
                {
                    Channel = Channel.Hotline, Words = row["words"], Territory = row["territory"], Service = decided ? row["category"] : null, Undecided = !decided,
                    Contact = new Contact { Name = "示例", Phone = "13000000000" },
                },
                city.At(at), catalogue, Actor.System).Value;
            lead = row["lead"] == "1" ? raised.Request.Id : lead;
            if (row["lead"] == "+")
            {
                members.Add(raised.Request.Id);
            }
        }

        _ = GroupRequests.Run(writing, lead, members, null, desk, city).Value;
    }
}
