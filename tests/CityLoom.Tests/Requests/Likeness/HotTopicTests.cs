using CityLoom.Requests.Likeness;

namespace CityLoom.Tests.Requests.Likeness;

public sealed class HotTopicTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly FiledRequest[] Week =
    [
        new("p1", new("松涛苑旁搅拌站粉尘污染", "松涛苑旁边的混凝土搅拌站粉尘很大，不敢开窗。"), Monday, "A1", 9),
        new("p2", new("松涛苑搅拌站噪声和粉尘", "混凝土搅拌站离松涛苑不到百米，粉尘飘进家里。"), Monday.AddDays(2), "A1", 0),
        new("p3", new("请关停松涛苑旁的搅拌站", "松涛苑居民被搅拌站的粉尘困扰，请关停混凝土搅拌站。"), Monday.AddDays(3), "A2", 0),
        new("q1", new("白鹭桥头路面塌陷", "白鹭桥头有一处塌陷，车辆绕行。"), Monday, "B1", 0),
        new("q2", new("白鹭桥头路面又塌陷了", "白鹭桥头塌陷处又扩大了，车辆绕行。"), Monday.AddDays(1), "B1", 0),
        new("r1", new("养老金何时发放", "本月养老金还没有到账。"), Monday, "C1", 9),
        new("s1", new("图书馆延长开放时间", "希望周末图书馆开到九点。"), Monday, "C1", 0),
        new("t1", new("小学门口接送拥堵", "放学时门口堵得走不动。"), Monday, "D1", 0),
    ];

    [Fact]
    public void The_matter_that_most_residents_raised_comes_first_with_all_its_requests()
    {
        var topics = HotTopic.Find(Week, 10);

        Assert.Equal(["p1", "p2", "p3"], topics[0].Requests.Select(r => r.Id).Order());
        Assert.Equal(["q1", "q2"], topics[1].Requests.Select(r => r.Id).Order());
        Assert.Equal(2, topics.Count);
    }

    [Fact]
    public void A_topic_tells_its_spread_in_place_and_time()
    {
        var topic = HotTopic.Find(Week, 1)[0];

        Assert.Equal(["A1", "A2"], topic.Places);
        Assert.Equal((Monday, Monday.AddDays(3), 3), (topic.First, topic.Last, topic.Days));
        Assert.Equal(3 + 1, topic.Heat, 1e-9);
    }

    [Fact]
    public void The_order_of_the_requests_does_not_change_who_belongs_together()
    {
        var backwards = HotTopic.Find([.. Week.Reverse()], 10);

        Assert.Equal(["p1", "p2", "p3"], backwards[0].Requests.Select(r => r.Id).Order());
    }

    [Fact]
    public void Nothing_is_hot_where_nothing_was_said() => Assert.Empty(HotTopic.Find([], 10));
}
