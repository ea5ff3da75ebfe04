using System.Diagnostics;
using CityLoom.Reading;
using CityLoom.Reading.Grammar;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Reading.Grammar;

public class HostileTextTests
{
    /// <summary>Reading takes seconds; what grows with the square of the length would take far longer than this on any machine.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private static readonly string[] Pieces =
    [
        "要", "将", "必须", "建立", "开展", "推进", "加强", "提高", "坚持", "确保", "机制", "台账", "项目", "水平", "企业", "市财政局", "各区县", "市委", "省政府办公厅",
        "会议强调", "指出", "审议通过了", "取得", "2025年", "到2025年", "3月", "底前", "100", "个", "%", "以上", "不超过", "“", "”", "《", "》", "（", "）", "(", ")", "\"",
        "，", "。", "；", "、", "：", ",", ".", "！", "\n", " ", "　", "一、", "（一）", "1.", "——", "第一条", "责任单位：", "（牵头单位：", "其中：", "对", "由", "为", "的", "四条路径",
        "特制定本方案", "通知", "实施方案", "A", "𠮷", "\ud800", "\0", "１２", "１",
    ];

    [Fact]
    public void Any_mixture_of_words_and_marks_is_read_without_fail_into_sound_spans()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
        Prop.ForAll(texts, IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(120));
    }

    [Theory]
    [InlineData("，")]
    [InlineData("“")]
    [InlineData("（")]
    [InlineData("市")]
    [InlineData("由市")]
    [InlineData("市、")]
    [InlineData("建立台账，")]
    [InlineData("建立“三张网”，")]
    [InlineData("责任单位：市财政局、")]
    [InlineData("会议审议通过了方案。")]
    [InlineData("一、加强\n（一）建设\n")]
    [InlineData("2020年1,")]
    [InlineData("关于措施\n")]
    public void A_million_characters_of_one_thing_are_read_to_the_end(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        var watch = Stopwatch.StartNew();
        DirectiveGrammar.Read(CleanText.Unchanged(text));
        Assert.True(watch.Elapsed < Hang, $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("The quick brown fox jumps over the lazy dog.")]
    public void A_text_of_another_genre_has_no_measures(string text)
    {
        Assert.Empty(DirectiveGrammar.Read(CleanText.Unchanged(text)).Measures);
    }

    private static bool IsSound(string text)
    {
        var reading = DirectiveGrammar.Read(CleanText.Unchanged(text), explain: true);
        var end = 0;
        foreach (var measure in reading.Measures)
        {
            var sound = measure.Start >= end && measure.End > measure.Start && measure.End <= text.Length
                && text[measure.Start..measure.End] == measure.Text && !measure.Text.Contains('\n');
            if (!sound)
            {
                return false;
            }
            end = measure.End;
        }
        return reading.Frameworks.All(framework => framework.Members.Count > 1) && reading.Bodies.All(body => body.Name.Length > 0);
    }
}
