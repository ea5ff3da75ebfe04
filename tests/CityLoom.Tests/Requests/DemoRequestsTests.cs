using CityLoom.Requests.Understanding;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

public sealed class DemoRequestsTests
{
    [Fact]
    public void Every_label_is_a_category_of_the_demo_city()
    {
        var codes = File.ReadLines(Path.Combine(Repository.Root, "demo", "categories.csv")).Skip(1).Select(line => line.Split(',')[0]).ToHashSet();

        Expect.None(Requests().Select(r => r.Label).Distinct().Where(label => !codes.Contains(label)));
    }

    [Fact]
    public void A_model_of_many_categories_can_be_learnt_from_them() =>
        Assert.InRange(CrossValidation.Judge(Requests(), folds: 3).MacroF1, 0.8, 1);

    private static List<LabelledRequest> Requests()
    {
        using var text = File.OpenText(Path.Combine(Repository.Root, "demo", "requests.csv"));
        using var file = RequestFile.Open(text, ["label", "subject", "detail"], (line, why) => Assert.Fail($"{line}: {why}"))!;
        var requests = new List<LabelledRequest>();
        while (file.Read())
        {
            requests.Add(new(file["label"], file.Words));
        }

        return requests;
    }
}
