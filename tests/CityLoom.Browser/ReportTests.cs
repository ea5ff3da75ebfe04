using CityLoom.Browser.Support;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser;

/// <summary>A resident reports something on a telephone, with a script and without, and looks where it stands.</summary>
[Collection(nameof(DemoCity))]
public sealed class ReportTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("390-zh-light")]
    [InlineData("390-en-dark")]
    [InlineData("1440-zh-light")]
    [InlineData("1440-en-light")]
    public async Task A_resident_reports_in_two_steps_and_gets_a_number_and_a_code(string name)
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Named(name), city.Address);

        await ReportAsync(page, name);
    }

    [Fact]
    public async Task Without_a_script_it_is_the_same()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Phone, city.Address);
        await page.Context.RouteAsync("**/*.js*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));

        await ReportAsync(page, "390-zh-no-script");
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Phone, city.Address);
        await page.GotoAsync("/report");
        await page.FillAsync("#words", "楼下的路灯一个星期不亮了");
        await page.FillAsync("#place", "天涯海角");

        await page.ClickAsync("button[value=next]");
        await TakePicture(page, "report-refused-390-zh");

        Assert.Equal("楼下的路灯一个星期不亮了", await page.InputValueAsync("#words"));
        Assert.True(await page.Locator("#place-error").IsVisibleAsync());
        Expect.None(await Axe.Violations(page));
        _ = TakeFaults();
    }

    private static async Task ReportAsync(IPage page, string name)
    {
        await page.GotoAsync("/report");
        await CheckAsync(page, $"report-1-{name}");
        await page.FillAsync("#words", "2 号门外的路灯不亮，有一个多星期了。晚上接孩子放学看不清台阶，昨天有老人绊了一下。");
        await page.FillAsync("#place", "汉阳区 琴断口街道 七里二村 2 号门");
        await page.ClickAsync("button[value=next]");
        await page.WaitForSelectorAsync("#service");
        await CheckAsync(page, $"report-2-{name}");
        await page.WaitForTimeoutAsync(3_000); // nobody reads a page faster; who does is taken for a machine
        await page.ClickAsync(".acts button[value=send]");
        await page.WaitForURLAsync("**/r/SQ-*");
        await CheckAsync(page, $"report-3-{name}");

        Assert.Equal(8, (await page.Locator(".made dd").Nth(1).InnerTextAsync()).Length);
    }

    private static async Task CheckAsync(IPage page, string picture)
    {
        await TakePicture(page, picture);
        Expect.None(await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
    }
}
