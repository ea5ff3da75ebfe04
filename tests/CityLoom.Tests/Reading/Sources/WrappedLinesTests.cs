using CityLoom.Reading;
using CityLoom.Reading.Sources;

namespace CityLoom.Tests.Reading.Sources;

public sealed class WrappedLinesTests
{
    [Fact]
    public void Printed_lines_become_paragraphs_and_page_numbers_go()
    {
        const string Printed = """
            云川市排水工作方案
            各区要在汛期前完成主要道路雨水管网的清淤疏通并逐段登记
            造册，市水务局每月抽查。
            一、工作目标。汛期前清淤率达到九成五以上，主城区不再出现
            严重积水点。
            — 2 —
            二、工作要求。各区要建立积水点清单，逐点确定责任单位和完
            成时限。
            """;
        Assert.Equal(
            [
                "云川市排水工作方案",
                "各区要在汛期前完成主要道路雨水管网的清淤疏通并逐段登记造册，市水务局每月抽查。",
                "一、工作目标。汛期前清淤率达到九成五以上，主城区不再出现严重积水点。",
                "二、工作要求。各区要建立积水点清单，逐点确定责任单位和完成时限。",
            ],
            WrappedLines.Join(TracedText.Unchanged(Printed)).Text.Split('\n'));
    }
}
