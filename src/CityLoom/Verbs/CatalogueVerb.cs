using System.CommandLine;
using CityLoom.City.Trees;
using CityLoom.Hosting;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;
using CityLoom.Requests.Catalogue;

namespace CityLoom.Verbs;

/// <summary><c>cityloom catalogue</c>: the duty catalogue by which requests find their organization.</summary>
internal static class CatalogueVerb
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("catalogue", "The duty catalogue: who answers for which category where, within which time; what residents are offered and asked")
        {
            Import(terminal), Export(terminal), Review(terminal),
        };
        command.AddStore();
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var duties = File("--duties", "category,territory,organization[,direct,respond_within,handle_within,urgency,opening,closing]; one line without a category is the safety net");
        var services = File("--services", "category,description,english_description[,type,confidential]");
        var questions = File("--questions", "category,code,shape,question,english[,required,variable,hint,choices]");
        var note = new Option<string?>("--note") { Description = "what is new in this version" };
        var command = new Command("import", "Make a new version of the catalogue from CSV files; a file left out keeps what is there") { duties, services, questions, note };
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            using var first = Open(call.GetValue(duties));
            using var second = Open(call.GetValue(services));
            using var third = Open(call.GetValue(questions));
            var outcome = await database.WriteAsync(w => ImportCatalogue
                .Read(new CatalogueFiles(first, second, third), CatalogueBook.Load(w, CatalogueBook.Newest(w)), CityTreesBook.Load(w))
                .Then<string>(c => $"Version {ImportCatalogue.Run(w, c, TimeProvider.System.GetUtcNow(), Actor.System, call.GetValue(note))}: "
                    + $"{c.Duties.Count} duties, {c.Offers.Count} services, {c.Questions.Count} questions."));
            if (!outcome.Is(out var words, out var refusal))
            {
                return terminal.Refuse(refusal.English, ExitCodes.SomeRefused);
            }

            terminal.Line(words);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Export(Terminal terminal)
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = "folder for duties.csv, services.csv and questions.csv", Required = true };
        var command = new Command("export", "Write the present version as the files that import takes") { folder };
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            var catalogue = database.Read(Present);
            var to = Directory.CreateDirectory(call.GetRequiredValue(folder).FullName).FullName;
            await System.IO.File.WriteAllTextAsync(Path.Combine(to, "duties.csv"), DutyFile.Write(catalogue.Duties));
            await System.IO.File.WriteAllTextAsync(Path.Combine(to, "services.csv"), OfferFile.Write(catalogue.Offers));
            await System.IO.File.WriteAllTextAsync(Path.Combine(to, "questions.csv"), QuestionFile.Write(catalogue.Questions));
            terminal.Line($"Version {catalogue.Version} written to {to}.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Review(Terminal terminal)
    {
        var command = new Command("review", "Tell what to look at: combinations that only the safety net holds, lines in conflict, lines outside their organization");
        command.SetAction(async call =>
        {
            await using var database = await CityHost.OpenAsync(call.Store());
            var (catalogue, trees) = database.Read(s => (Present(s), CityTreesBook.Load(s)));
            var review = CatalogueReview.Of(catalogue, trees);
            terminal.Line("what,line,category,territory,organization");
            foreach (var gap in review.Gaps)
            {
                terminal.Line($"gap,,{gap.Category},{gap.Territory},{gap.Organization}");
            }

            foreach (var crossing in review.Crossings)
            {
                terminal.Line($"conflict,{crossing.Winner.Line} before {crossing.Loser.Line},{crossing.Category},{crossing.Territory},{crossing.Winner.Organization}");
            }

            foreach (var stray in review.Strays)
            {
                terminal.Line($"{(stray.Outside ? "outside-territory" : "outside-categories")},{stray.Duty.Line},{stray.Duty.Category},{stray.Duty.Territory},{stray.Duty.Organization}");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static DutyCatalogue Present(Session session) => CatalogueBook.Load(session, CatalogueBook.Newest(session));

    private static Option<FileInfo> File(string name, string columns) => new Option<FileInfo>(name) { Description = $"CSV: {columns}" }.AcceptExistingOnly();

    private static StreamReader? Open(FileInfo? file) => file?.OpenText();
}
