using CityLoom.Requests.Understanding;

namespace CityLoom.Tests.Requests.Understanding;

public sealed class CategoryModelTests
{
    private static readonly Lazy<CategoryModel> Learnt = new(() => CategoryTraining.Train(OwnRequests.All));

    [Theory]
    [InlineData("light", "北门路灯全灭", "天黑后漆黑一片")]
    [InlineData("noise", "楼下夜间噪声", "半夜还在施工，无法入睡")]
    [InlineData("bus", "三路公交总是不来", "等了很久，班次太少")]
    public void A_request_it_has_not_seen_is_given_the_category_its_words_speak_for(string label, string subject, string detail) =>
        Assert.Equal(label, Learnt.Value.Suggest(new(subject, detail)).Label);

    [Fact]
    public void Confidence_is_a_share_and_the_second_is_another_category()
    {
        var suggestion = Learnt.Value.Suggest(new("公交车上音响太吵", ""));

        Assert.InRange(suggestion.Confidence, 1.0 / 3, 1);
        Assert.NotEqual(suggestion.Label, suggestion.Second);
    }

    [Fact]
    public void Words_that_speak_for_nothing_leave_it_to_a_person()
    {
        var suggestion = Learnt.Value.Suggest(new("您好", ""));

        Assert.True(suggestion.Confidence < Learnt.Value.Suggest(new("公交班次太少", "请加密班次")).Confidence);
    }

    [Fact]
    public void The_words_that_decided_are_words_of_the_request()
    {
        var request = new RequestWords("梧桐里路灯不亮", "谢谢。");

        var words = Learnt.Value.Explain(request);

        Assert.Contains("路灯", words[0].Text, StringComparison.Ordinal);
        Assert.All(words, w => Assert.Contains(w.Text, request.Subject + request.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_requests_and_seed_give_the_same_model()
    {
        var again = CategoryTraining.Train(OwnRequests.All);

        Assert.Equal(Bytes(Learnt.Value), Bytes(again));
    }

    [Fact]
    public void A_model_read_from_its_file_suggests_the_same()
    {
        var read = ModelFile.Read(new MemoryStream(Bytes(Learnt.Value)));

        Assert.Equal(Learnt.Value.Suggest(new("春晓苑路灯", "")), read.Suggest(new("春晓苑路灯", "")));
        Assert.Equal(Learnt.Value.Threshold, read.Threshold);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(2000)]
    public void A_file_cut_short_is_refused_in_words(int length)
    {
        var bytes = Bytes(Learnt.Value)[..length];

        Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void One_category_is_nothing_to_learn_from() =>
        Assert.Throws<ArgumentException>(() => CategoryTraining.Train([.. OwnRequests.All.Where(r => r.Label == "bus")]));

    [Fact]
    public void Width_case_and_line_breaks_do_not_matter()
    {
        var plain = Learnt.Value.Suggest(new("BRT公交班次太少", "请加密班次。"));
        var other = Learnt.Value.Suggest(new("ＢＲＴ公交\n班次太少", "请加密 班次。"));

        Assert.Equal(plain, other);
    }

    [Fact]
    public void An_empty_request_gets_a_suggestion_too() => Assert.Contains(Learnt.Value.Suggest(new("", "")).Label, Learnt.Value.Labels);

    private static byte[] Bytes(CategoryModel model)
    {
        var stream = new MemoryStream();
        ModelFile.Write(stream, model);
        return stream.ToArray();
    }
}
