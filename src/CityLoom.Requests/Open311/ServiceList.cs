using System.Globalization;
using CityLoom.City.Organizations;
using CityLoom.City.Trees;
using CityLoom.Requests.Catalogue;

namespace CityLoom.Requests.Open311;

/// <summary>What residents may ask for, as Open311 services.</summary>
internal static class ServiceList
{
    private static readonly string[] ShapeNames = [.. Enum.GetNames<AnswerShape>().Select(n => n.ToLowerInvariant())];
    private static readonly string[] TypeNames = [.. Enum.GetNames<AnswerType>().Select(n => n.ToLowerInvariant())];

    private static bool InEnglish => CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    /// <summary>The categories that are offered: those the catalogue describes or, where it describes none, all without narrower ones.</summary>
    public static IEnumerable<Category> Offered(DutyCatalogue catalogue, CityTrees trees) => catalogue.Offers.Count > 0
        ? catalogue.Offers.Select(o => trees.Categories.Find(o.Category)).OfType<Category>()
        : trees.Categories.All.Where(c => trees.Categories.Children(c.Code).Count == 0);

    /// <summary>The name in the reader's language.</summary>
    public static string NameOf(Category category) => InEnglish ? category.EnglishName : category.Name;

    public static void Write(Answer answer, DutyCatalogue catalogue, CityTrees trees)
    {
        answer.BeginList("services", "service");
        foreach (var category in Offered(catalogue, trees))
        {
            var offer = catalogue.OfferOf(category.Code);
            answer.BeginItem();
            answer.Write("service_code", category.Code);
            answer.Write("service_name", NameOf(category));
            answer.Write("description", InEnglish ? offer.EnglishDescription : offer.Description);
            answer.Write("metadata", catalogue.QuestionsOf(category.Code).Count > 0);
            answer.Write("type", TypeNames[(int)offer.Type]);
            answer.Write("keywords", string.Join(", ", category.Keywords));
            answer.Write("group", trees.Categories.Find(category.ParentCode) is { } group ? NameOf(group) : null);
            answer.EndItem();
        }

        answer.EndList();
    }

    public static void WriteDefinition(Answer answer, string code, DutyCatalogue catalogue)
    {
        answer.BeginObject("service_definition");
        answer.Write("service_code", code);
        answer.BeginList("attributes", "attribute");
        var order = 0;
        foreach (var question in catalogue.QuestionsOf(code))
        {
            Write(answer, question, ++order);
        }

        answer.EndList();
        answer.EndObject();
    }

    private static void Write(Answer answer, Question question, int order)
    {
        answer.BeginItem();
        answer.Write("variable", question.Variable);
        answer.Write("code", question.Code);
        answer.Write("datatype", ShapeNames[(int)question.Shape]);
        answer.Write("required", question.Required);
        answer.Write("datatype_description", question.Hint.Length == 0 ? null : question.Hint);
        answer.Write("order", order);
        answer.Write("description", InEnglish ? question.English : question.Words);
        if (question.Choices.Count > 0)
        {
            answer.BeginList("values", "value");
            foreach (var choice in question.Choices)
            {
                answer.BeginItem();
                answer.Write("key", choice.Key);
                answer.Write("name", choice.Name);
                answer.EndItem();
            }

            answer.EndList();
        }

        answer.EndItem();
    }
}
