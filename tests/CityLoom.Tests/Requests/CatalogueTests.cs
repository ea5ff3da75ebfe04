using CityLoom.City.Territories;
using CityLoom.City.Trees;
using CityLoom.Requests.Catalogue;
using CityLoom.Requests.Intake;
using CityLoom.Tests.City;

namespace CityLoom.Tests.Requests;

public sealed class CatalogueTests
{
    private static readonly CityTrees Trees = new(DemoCity.Territories, [], DemoCity.Categories, DemoCity.Organizations);
    private const string Header = "category,territory,organization,handle_within\n";
    private const string Net = ",4201,4201.yxzx,\n";

    [Fact]
    public void The_line_of_the_narrower_category_goes_before_that_of_the_narrower_place()
    {
        var catalogue = Of("cityscape,420102,420102.cgj,days:5\ncityscape.facility,4201,4201.cgw,days:2\n");

        Assert.Equal("4201.cgw", catalogue.RouteOf("cityscape.facility", "420102002", Trees)!.Organization);
        Assert.Equal("420102.cgj", catalogue.RouteOf("cityscape.waste", "420102002", Trees)!.Organization);
    }

    [Fact]
    public void What_no_line_names_goes_to_the_safety_net_and_waits_for_a_person()
    {
        var route = Of("").RouteOf("culture.sport", "420103", Trees)!;

        Assert.Equal(("4201.yxzx", false), (route.Organization, route.Direct));
    }

    [Fact]
    public void No_combination_of_category_and_street_is_unowned()
    {
        var catalogue = Demo();
        foreach (var category in Trees.Categories.All)
        {
            Assert.All(Trees.Territories.OfLevel(TerritoryLevel.Street), street => Assert.NotNull(catalogue.RouteOf(category.Code, street.Code, Trees)));
        }
    }

    [Theory]
    [InlineData("cityscape,420102,420102.cgj,days:5\n", "catalogue.no-safety-net")]
    [InlineData(Net + Net, "catalogue.twice")]
    [InlineData(Net + "nothing,4201,4201.cgw,\n", "catalogue.category")]
    [InlineData(Net + "cityscape,9999,4201.cgw,\n", "catalogue.territory")]
    [InlineData(Net + "cityscape,4201,nobody,\n", "catalogue.organization")]
    [InlineData(Net + "cityscape,4201,4201.cgw,soon\n", "catalogue.term")]
    public void A_file_that_cannot_hold_says_what_is_wrong_and_where(string lines, string code)
    {
        var read = DutyFile.Read("duties.csv", new StringReader(Header + lines), Trees);

        Assert.Null(read.Value);
        Assert.Equal(code, read.Faults[0].Code);
    }

    [Fact]
    public void What_is_exported_is_what_was_imported()
    {
        var catalogue = Demo();

        Assert.Equal(catalogue.Duties, DutyFile.Read("again", new StringReader(DutyFile.Write(catalogue.Duties)), Trees).AsOutcome().Value);
        Assert.Equal(catalogue.Offers, OfferFile.Read("again", new StringReader(OfferFile.Write(catalogue.Offers)), Trees).AsOutcome().Value);
        Assert.Equal(
            QuestionFile.Write(catalogue.Questions),
            QuestionFile.Write(QuestionFile.Read("again", new StringReader(QuestionFile.Write(catalogue.Questions)), Trees).AsOutcome().Value));
    }

    [Fact]
    public void The_review_tells_gaps_conflicts_and_strays()
    {
        var review = CatalogueReview.Of(Of("cityscape,420102,420102.cgj,\ncityscape.facility,4201,4201.cgw,\nwater,4201,420102.cgj,\n"), Trees);

        Assert.Contains(review.Gaps, g => g is { Category: "culture.sport", Territory: "420103" });
        Assert.DoesNotContain(review.Gaps, g => g.Category == "cityscape.facility");
        Assert.Equal(("cityscape.facility", "420102"), review.Crossings.Select(c => (c.Category, c.Territory)).Single());
        Assert.Contains(review.Strays, s => s is { Outside: true, Duty.Category: "water" });
    }

    [Theory]
    [InlineData(AnswerShape.Number, "12.5", true)]
    [InlineData(AnswerShape.Number, "twelve", false)]
    [InlineData(AnswerShape.Number, "NaN", false)]
    [InlineData(AnswerShape.Datetime, "2026-03-01T09:00:00+08:00", true)]
    [InlineData(AnswerShape.Datetime, "2026-03-01", false)]
    [InlineData(AnswerShape.Singlevaluelist, "a", true)]
    [InlineData(AnswerShape.Singlevaluelist, "c", false)]
    [InlineData(AnswerShape.Multivaluelist, "b", true)]
    public void An_answer_has_the_shape_of_its_question(AnswerShape shape, string answer, bool good)
    {
        var question = new Question { Code = "q", Shape = shape, Choices = [new("a", "A"), new("b", "B")] };

        Assert.Equal(good, question.Refuse([answer]) is null);
    }

    [Fact]
    public void A_required_question_must_be_answered_but_a_text_to_be_read_need_not()
    {
        Assert.NotNull(new Question { Code = "q", Required = true }.Refuse(null));
        Assert.Null(new Question { Code = "q", Required = true, Variable = false }.Refuse(null));
    }

    [Theory]
    [InlineData("江岸区大智街道怡和社区2栋", "420102", true)]
    [InlineData("不知道在哪里", "4201", false)]
    public void An_address_finds_the_street_or_community_that_it_names(string address, string within, bool finer)
    {
        var found = AddressNames.Of(Trees.Territories).Find(address, within);

        Assert.True(Trees.Territories.Within(found, within));
        Assert.Equal(finer, found != within);
    }

    private static DutyCatalogue Of(string lines) =>
        new(1, DutyFile.Read("duties.csv", new StringReader(Header + Net + lines), Trees).AsOutcome().Value, [], []);

    private static DutyCatalogue Demo()
    {
        using var duties = DemoCity.Open("duties.csv");
        using var offers = DemoCity.Open("services.csv");
        using var questions = DemoCity.Open("questions.csv");
        return ImportCatalogue.Read(new CatalogueFiles(duties, offers, questions), DutyCatalogue.Empty, Trees).Value;
    }
}
