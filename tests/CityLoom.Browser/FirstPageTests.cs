using CityLoom.Browser.Support;
using CityLoom.Tests.Support;

namespace CityLoom.Browser;

/// <summary>The first page that anyone sees, on every screen, in both languages, by day and by night.</summary>
[Collection(nameof(DemoCity))]
public sealed class FirstPageTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task The_first_page_is_readable_for_everyone(string name)
    {
        city.SkipIfMissing();
        var look = Look.Named(name);
        var page = await NewPage(look, city.Address);

        var answer = await page.GotoAsync("/");
        await TakePicture(page, $"first-{name}");

        Assert.True(answer!.Ok, $"{answer.Status} {city.Log}");
        Assert.StartsWith(look.Language[..2], await page.Locator("html").GetAttributeAsync("lang"), StringComparison.Ordinal);
        Expect.None(await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
    }
}
