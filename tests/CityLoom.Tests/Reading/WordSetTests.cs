using CityLoom.Reading;

namespace CityLoom.Tests.Reading;

public sealed class WordSetTests
{
    private static readonly WordSet Endings = new("年底", "年内", "上半年");

    [Theory]
    [InlineData("年底前完成", true, false, true)]
    [InlineData("力争年内", false, true, true)]
    [InlineData("在上半年开工", false, false, true)]
    [InlineData("年初开工", false, false, false)]
    [InlineData("上上半年", false, true, true)]
    [InlineData("", false, false, false)]
    public void Words_are_told_at_the_head_at_the_end_and_anywhere(string text, bool opens, bool ends, bool holds)
    {
        Assert.Equal(opens, Endings.Opens(text));
        Assert.Equal(ends, Endings.Ends(text));
        Assert.Equal(holds, Endings.IsIn(text));
        Assert.False(Endings.Contains(text));
    }

    [Fact]
    public void Only_the_whole_word_is_contained()
    {
        Assert.True(Endings.Contains("上半年"));
        Assert.False(Endings.Contains("半年"));
    }

    [Fact]
    public void Capitals_count_unless_they_are_to_be_ignored()
    {
        Assert.True(new WordSet(ignoresCase: true, ["Copyright"]).Opens("COPYRIGHT 2020"));
        Assert.False(new WordSet("Copyright").Opens("COPYRIGHT 2020"));
    }
}
