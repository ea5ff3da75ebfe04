using CityLoom.Tests.Reading.Verb;
using CityLoom.Tests.Requests.Understanding;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Requests;

public sealed class RequestsVerbTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void What_was_learnt_from_decided_requests_classifies_new_ones()
    {
        var decided = _files.Write("decided.csv", ["label,subject,detail", .. OwnRequests.All.Select(one => $"{one.Label},{one.Words.Subject},{one.Words.Detail}"), ",没有类别,这一行不学"]);
        var today = _files.Write("today.csv", "id,subject,detail", "7,枫林里路灯不亮,晚上漆黑一片", "8,枫林里公交挤不上,早高峰等了很久");

        var train = CityLoomProcess.Run(["requests", "train", "--data", decided, "--model", _files["own.model"]]);
        var classify = CityLoomProcess.Run(["requests", "classify", "--model", _files["own.model"], "--in", today, "--out", "-", "--words"]);

        Assert.Equal((1, 0), (train.ExitCode, classify.ExitCode));
        Assert.Contains("1 rows have no label", train.Errors, StringComparison.Ordinal);
        var rows = classify.Output.TrimEnd().Split('\n');
        Assert.Equal("id,subject,detail,label,confidence,second,words", rows[0]);
        Assert.Equal(["light", "bus"], rows.Skip(1).Select(row => row.Split(',')[3]));
        Assert.Contains("路灯", rows[1].Split(',')[6], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_in_one_line()
    {
        var result = CityLoomProcess.Run(["requests", "classify", "--model", _files.Write("own.model", "no model"), "--in", _files.Write("today.csv", "subject,detail"), "--out", "-"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("own.model: ", Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_are_judged_and_an_unknown_number_is_named_by_its_line()
    {
        var messages = _files.Write("messages.csv", "id,subject,detail",
            "1,青云小区路灯不亮,青云小区三栋门前路灯不亮已经一周", "2,青云小区路灯坏了,青云小区三栋门前的路灯坏了一周没人修",
            "3,望江花园半夜施工,望江花园旁工地凌晨施工噪声很大", "4,柳堤街公交班次少,柳堤街公交等四十分钟");

        var result = CityLoomProcess.Run(["requests", "duplicates", "--messages", messages, "--pairs", _files.Write("pairs.csv", "pair_id,a,b", "x,1,2", "y,1,3", "z,1,77"), "--out", "-"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("pairs.csv:4:", result.Errors, StringComparison.Ordinal);
        Assert.Equal(["same", "1", "0", ""], result.Output.TrimEnd().Split('\n').Select(row => row.Split(',')[4]));
    }
}
