using CityLoom.City.Trees;
using CityLoom.Kernel;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Requests.Catalogue;

/// <summary>The files of a catalogue; one that is left out keeps what the present version has.</summary>
/// <param name="Duties">Who answers for what, where.</param>
/// <param name="Offers">What residents are told.</param>
/// <param name="Questions">What they are asked.</param>
public sealed record CatalogueFiles(TextReader? Duties, TextReader? Offers, TextReader? Questions);

/// <summary>Makes a new version of the duty catalogue. Requests keep the version by which they were routed.</summary>
public static class ImportCatalogue
{
    private static readonly Refusal Nothing = new("catalogue.nothing", "没有给出任何文件。", "No file was given.", 400);

    /// <summary>The new version, judged against the city's trees; or every fault.</summary>
    public static Outcome<DutyCatalogue> Read(CatalogueFiles files, DutyCatalogue present, CityTrees trees)
    {
        if (files is { Duties: null, Offers: null, Questions: null })
        {
            return Nothing;
        }

        return Part(files.Duties, present.Duties, t => DutyFile.Read("duties.csv", t, trees))
            .Then<DutyCatalogue>(duties => Part(files.Offers, present.Offers, t => OfferFile.Read("services.csv", t, trees))
                .Then<DutyCatalogue>(offers => Part(files.Questions, present.Questions, t => QuestionFile.Read("questions.csv", t, trees))
                    .Then<DutyCatalogue>(questions => new DutyCatalogue(present.Version + 1, duties, offers, questions))));
    }

    /// <summary>Stores it and returns its number.</summary>
    public static int Run(Writing writing, DutyCatalogue catalogue, DateTimeOffset at, Actor by, string? note) => CatalogueBook.Add(writing, catalogue, at, by, note);

    private static Outcome<IReadOnlyList<T>> Part<T>(TextReader? text, IReadOnlyList<T> present, Func<TextReader, Import<IReadOnlyList<T>>> read) =>
        text is null ? new Import<IReadOnlyList<T>>(present, [], []).AsOutcome() : read(text).AsOutcome();
}
