using CityLoom.Requests.Understanding;

namespace CityLoom.Tests.Requests.Understanding;

public sealed class CrossValidationTests
{
    [Fact]
    public void Held_back_requests_of_our_own_are_all_found_again() =>
        Assert.Equal(1, CrossValidation.Judge(OwnRequests.All, folds: 3).MacroF1, 1e-9);

    [Fact]
    public void Labels_dealt_at_random_are_not_found_again()
    {
        var random = new Random(7);
        string[] labels = [.. OwnRequests.All.Select(r => r.Label)];
        random.Shuffle(labels);
        var dealt = OwnRequests.All.Select((r, i) => r with { Label = labels[i] }).ToArray();

        Assert.True(CrossValidation.Judge(dealt, folds: 3).MacroF1 < 0.6);
    }

    [Fact]
    public void Requests_of_one_group_are_held_back_together()
    {
        var groups = Enumerable.Range(0, 60).Select(i => i / 4).ToArray();
        string[] labels = [.. groups.Select(g => g % 3 == 0 ? "a" : "b")];

        var folds = Folds.Grouped(labels, groups, 5, new Random(1));

        Assert.All(groups.Zip(folds).GroupBy(p => p.First), g => Assert.Single(g.Select(p => p.Second).Distinct()));
        Assert.Equal(5, folds.Distinct().Count());
    }

    [Fact]
    public void F1_is_taken_from_what_was_decided_and_what_was_suggested()
    {
        // a: 2 decided, 1 suggested, 1 both: 2/3. b: 1 decided, 2 suggested, 1 both: 2/3.
        var judgement = Judgement.Of([("a", "a"), ("a", "b"), ("b", "b")]);

        Assert.Equal(2.0 / 3, judgement.MacroF1, 1e-12);
        Assert.Equal(2.0 / 3, judgement.WeightedF1, 1e-12);
    }
}
