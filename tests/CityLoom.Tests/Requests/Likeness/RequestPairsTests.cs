using CityLoom.Requests.Likeness;

namespace CityLoom.Tests.Requests.Likeness;

public sealed class RequestPairsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_matter_in_other_words_counts_as_the_same()
    {
        var pairs = Pairs(
            new("a", new("青云小区三栋电梯停运", "青云小区三栋的电梯停运五天了，老人下不了楼。"), Monday, "", 0),
            new("b", new("青云小区三栋电梯坏了没人修", "电梯停运多日，物业说等配件，老人下不了楼。"), Monday.AddDays(1), "", 0));

        Assert.True(pairs.Score("a", "b") >= RequestPairs.Same);
    }

    [Fact]
    public void The_same_words_about_another_estate_are_another_matter()
    {
        const string Words = "楼下饭店油烟直排，晚上噪声很大，无法开窗，请查处。";
        var pairs = Pairs(
            new("a", new("青云小区楼下饭店油烟", "青云小区" + Words), Monday, "", 0),
            new("b", new("青云小区楼下饭店油烟扰民", "青云小区" + Words), Monday, "", 0),
            new("c", new("望江花园楼下饭店油烟", "望江花园" + Words), Monday, "", 0));

        Assert.True(pairs.Score("a", "c") < pairs.Score("a", "b"));
    }

    [Fact]
    public void Another_matter_of_the_same_estate_is_not_the_same()
    {
        var pairs = Pairs(
            new("a", new("青云小区电梯停运", "三栋电梯停运五天了，老人下不了楼。"), Monday, "", 0),
            new("b", new("青云小区门口乱停车", "消防通道每晚停满了车，救护车进不来。"), Monday.AddDays(40), "", 0));

        Assert.True(pairs.Score("a", "b") < RequestPairs.Same);
    }

    [Fact]
    public void Either_order_gives_the_same_score_between_0_and_1()
    {
        var pairs = Pairs();
        foreach (var a in Background())
        {
            foreach (var b in Background())
            {
                Assert.InRange(pairs.Score(a.Id, b.Id), 0, 1);
                Assert.Equal(pairs.Score(a.Id, b.Id), pairs.Score(b.Id, a.Id), 1e-9);
            }
        }
    }

    [Fact]
    public void The_longer_two_requests_lie_apart_the_less_likely_they_are_the_same()
    {
        static FiledRequest At(string id, int day) => new(id, new("云台社区停水", "云台社区今天又停水了。"), Monday.AddDays(day), "", 0);
        var pairs = Pairs(At("a", 0), At("b", 1), At("c", 200));

        Assert.True(pairs.Score("a", "b") > pairs.Score("a", "c"));
    }

    [Fact]
    public void Empty_requests_can_be_compared()
    {
        var pairs = Pairs(new("a", new("", ""), null, "", 0), new FiledRequest("b", new("，。", ""), null, "", 0));

        Assert.InRange(pairs.Score("a", "b"), 0, RequestPairs.Same);
    }

    private static RequestPairs Pairs(params FiledRequest[] requests) => new([.. Background(), .. requests]);

    /// <summary>Other requests of the city, so that rare words are known to be rare.</summary>
    private static FiledRequest[] Background() =>
    [
        .. Understanding.OwnRequests.All.Where((_, i) => i % 3 == 0)
            .Select((r, i) => new FiledRequest($"other-{i}", r.Words, Monday.AddDays(i), "", 0)),
    ];
}
