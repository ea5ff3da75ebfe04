using System.Globalization;
using CityLoom.Requests.Likeness;
using CityLoom.Requests.Understanding;

namespace CityLoom.Tests.Requests;

/// <summary>Floors under the figures that docs/requests states; the figures themselves are measured by the benchmark.</summary>
public sealed class SharedRequestsTests
{
    [Fact]
    public void Categories_of_held_back_messages_are_found()
    {
        // Every third message, so that the test stays short; with all of them the figures are higher.
        var all = SharedRequests.Read("messages_train.csv", row => new LabelledRequest(row["label"], row.Words));
        var some = all.Where((_, i) => i % 3 == 0).ToArray();

        Assert.InRange(CrossValidation.Judge(some, folds: 3).WeightedF1, 0.87, 1);
    }

    [Fact]
    public void Pairs_that_a_person_judged_are_judged_alike()
    {
        var pairs = new RequestPairs(SharedRequests.Read("messages_hot.csv", Filed));
        var judged = SharedRequests.Read("dup_pairs_dev.csv", row => (Score: pairs.Score(row["a"], row["b"]), Same: row["same"] == "1"));

        var both = judged.Count(p => p.Same && p.Score >= RequestPairs.Same);

        Assert.InRange(2.0 * both / (judged.Count(p => p.Same) + judged.Count(p => p.Score >= RequestPairs.Same)), 0.88, 1);
    }

    private static FiledRequest Filed(RequestFile row) =>
        new(row["id"], row.Words, DateTimeOffset.Parse(row["time"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), "", 0);
}
