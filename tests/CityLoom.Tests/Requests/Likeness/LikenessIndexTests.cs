using CityLoom.Requests.Likeness;
using CityLoom.Requests.Understanding;
using CityLoom.Tests.Requests.Understanding;

namespace CityLoom.Tests.Requests.Likeness;

public sealed class LikenessIndexTests
{
    private static readonly RequestWords Manhole = new("槐荫路井盖破损", "槐荫路与柳堤街交叉口的井盖破了一角，骑车的人险些摔倒。");

    [Fact]
    public void The_request_that_shares_the_rare_words_comes_first()
    {
        var index = Filled(out var number);

        Assert.Equal(number, index.Nearest(new("槐荫路的井盖坏了", "很危险"), 5)[0]);
    }

    [Fact]
    public void A_closed_request_is_no_longer_found()
    {
        var index = Filled(out var number);

        index.Remove(number);

        Assert.DoesNotContain(number, index.Nearest(Manhole, 200));
    }

    [Fact]
    public void A_search_leaves_no_trace_in_the_next()
    {
        var index = Filled(out _);
        var first = index.Nearest(Manhole, 10);

        index.Nearest(new("工地半夜施工噪声", "无法入睡"), 10);

        Assert.Equal(first, index.Nearest(Manhole, 10));
    }

    [Fact]
    public void No_more_are_given_than_were_asked_for()
    {
        Assert.Equal(3, Filled(out _).Nearest(new("路灯不亮", "漆黑"), 3).Count);
        Assert.Empty(Filled(out _).Nearest(new("", ""), 3));
    }

    private static LikenessIndex Filled(out int number)
    {
        var index = new LikenessIndex();
        foreach (var request in OwnRequests.All)
        {
            index.Add(request.Words);
        }

        number = index.Add(Manhole);
        return index;
    }
}
