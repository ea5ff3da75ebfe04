using CityLoom.Reading.Grammar;

namespace CityLoom.Tests.Reading.Grammar;

public sealed class LexedTextTests
{
    private const string Text = "会议强调，各县区要加快建设“一网统管”平台，2025年底前建成10个社区食堂，打造区域性消费中心城市。";

    [Fact]
    public void At_every_place_the_words_found_beforehand_are_those_that_a_plain_search_finds()
    {
        var lexed = new LexedText(Text);
        var found = 0;
        for (var at = 0; at < Text.Length; at++)
        {
            for (var end = at; end <= Text.Length; end++)
            {
                foreach (var wanted in (WordClass[])[WordClass.Any, WordClass.Verb, WordClass.Core | WordClass.Modal, WordClass.BodyWhole, WordClass.Status])
                {
                    var expected = Lexicon.Of(wanted).Where(word => Text.AsSpan(at, end - at).StartsWith(word)).Select(word => word.Length).DefaultIfEmpty().Max();
                    Assert.Equal(expected > 0, lexed.TryLongest(at, end, wanted, out var word));
                    Assert.Equal(expected, word.Length);
                    found += expected > 0 ? 1 : 0;
                }
            }
        }
        Assert.True(found > 500, $"Only {found} words; the text no longer tries the lexicon.");
    }

    [Fact]
    public void A_text_of_its_own_and_a_part_of_a_longer_one_hold_the_same_words()
    {
        var part = new LexedText(Text).Between(5, 20);
        Assert.Equal(Lexicon.Words.TryLongest(part.Span, WordClass.Any, out var alone), part.TryLongest(WordClass.Any, out var inside));
        Assert.Equal(alone, inside);
        Assert.Equal(Text[5..20], part.ToString());
    }

    [Fact]
    public void The_first_word_of_a_class_is_found_and_a_word_that_runs_over_the_end_is_not()
    {
        var lexed = new LexedText("各单位要加快建设");
        Assert.Equal("各单位".Length, lexed.All.IndexOf(WordClass.Modal));
        Assert.Equal("各单位要".Length, lexed.All.IndexOf(WordClass.Adverb));
        Assert.False(lexed.All[..^1].Opens(WordClass.Verb));
        Assert.Equal(-1, lexed.All[..5].IndexOf(WordClass.Adverb));
        Assert.True(lexed.MayHold(0, lexed.Text.Length, WordClass.Modal));
        Assert.False(lexed.MayHold(0, lexed.Text.Length, WordClass.Attendance));
    }

    [Fact]
    public void An_empty_text_and_the_end_of_a_text_hold_no_word()
    {
        Assert.False(new LexedText("").All.Opens(WordClass.Any));
        Assert.False(new LexedText("建设").All[2..].Opens(WordClass.Any));
    }
}
