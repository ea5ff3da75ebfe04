using System.Text.Json;
using CityLoom.Reading;

namespace CityLoom.Tests.Reading;

public sealed class ReadingJsonTests
{
    [Fact]
    public void Every_field_and_every_value_of_every_enum_survives_writing_and_reading()
    {
        var written = ReadingJson.Write(Full());
        Assert.Equal(written, ReadingJson.Write(ReadingJson.Read(written)));
    }

    [Fact]
    public void Enums_are_written_by_the_names_that_their_members_declare()
    {
        using var json = JsonDocument.Parse(ReadingJson.Write(Full()));
        Assert.Equal(
            Enum.GetValues<BodyLevel>().Select(level => JsonSerializer.Serialize(level).Trim('"')).Select(System.Text.RegularExpressions.Regex.Unescape),
            json.RootElement.GetProperty("bodies").EnumerateArray().Select(body => body.GetProperty("level").GetString()));
    }

    [Fact]
    public void Chinese_stays_readable_and_a_value_is_a_number_a_pair_or_a_phrase()
    {
        var written = ReadingJson.Write(Full());
        Assert.Contains("各区要“落实”", written, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(written);
        var kinds = json.RootElement.GetProperty("measures")[0].GetProperty("quantities").EnumerateArray().Select(quantity => quantity.GetProperty("value").ValueKind);
        Assert.Equal([JsonValueKind.Number, JsonValueKind.Array, JsonValueKind.String], kinds.Distinct());
    }

    [Fact]
    public void An_absent_deadline_is_null_and_an_absent_explanation_is_left_out()
    {
        using var json = JsonDocument.Parse(ReadingJson.Write(Full()));
        var measure = json.RootElement.GetProperty("measures")[1];
        Assert.Equal(JsonValueKind.Null, measure.GetProperty("deadline").ValueKind);
        Assert.False(measure.TryGetProperty("explanation", out _));
    }

    private static DirectiveReading Full()
    {
        QuantityValue[] values = [QuantityValue.Of(12.5m), QuantityValue.Between(1, 2), QuantityValue.Of("前列")];
        var first = new Measure
        {
            Text = "落实", Start = 3, End = 5, SourceStart = 4, SourceEnd = 6, Kind = MeasureKind.Action, Verb = "落实", Theme = ["一", "二"],
            Owners = [.. Enum.GetValues<OwnerRole>().Select(role => new Owner("市民政局", role))],
            Deadline = new Deadline("年底前", new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31), "P3M", "P1Y"),
            Quantities = [.. Enum.GetValues<Comparator>().Select((comparator, i) => new Quantity("数", comparator, values[i % 3], "个", "原文"))],
            Programmes = ["旧改行动"], Explanation = [new RuleNote("verb", "落实")],
        };
        var rest = Enum.GetValues<MeasureKind>().Select(kind => new Measure { Text = "要", Start = 2, End = 3, Kind = kind });
        return new DirectiveReading(
            CleanText.Unchanged("各区要“落实”。"),
            new DocumentFacts("标题", "市政府", "推进会", "2023-03", "云川市", DocumentKind.Notice),
            [first, .. rest],
            [new Framework("五张网", ["甲", "乙"])],
            [.. Enum.GetValues<BodyLevel>().Select(level => new Body("市民政局", level))],
            [new ReadingWarning("x", new Words("字", "word"), 1, 2), new ReadingWarning("y", new Words("字", "word"))]);
    }
}
