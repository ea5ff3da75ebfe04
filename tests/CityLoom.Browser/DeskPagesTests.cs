using CityLoom.Browser.Support;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser;

/// <summary>The pages beside the hotline desk and the public map, in every look; and a call-back by keys.</summary>
[Collection(nameof(DemoCity))]
public sealed class DeskPagesTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Staff =
    [
        "/requests", "/requests/undecided", "/requests/groups", "/requests/callbacks", "/requests/quality", "/requests/quality?rate=dispatch&by=Organization",
        "/requests/answers", "/requests/digest", "/requests/templates",
    ];

    private static readonly string[] Public = ["/map", "/map?district=420111&days=365"];

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Every_page_is_readable_for_everyone(string name)
    {
        city.SkipIfMissing();
        var look = Look.Named(name);
        var faults = new List<string>();
        var visitor = await NewPage(look, city.Address);
        foreach (var address in Public)
        {
            await CheckAsync(visitor, address, name, faults);
        }

        var page = await NewPage(look, city.Address);
        await page.SignIn("supervisor");
        foreach (var address in Staff)
        {
            await CheckAsync(page, address, name, faults);
        }

        Expect.None(faults);
    }

    [Fact]
    public async Task A_resident_is_called_back_by_keys_alone()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("supervisor", "/requests/callbacks");
        Assert.SkipUnless(await page.Locator("[data-callback]").IsVisibleAsync(), "Nobody of this demo is to be called back today.");

        var first = await page.Locator("#asked a").First.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("c");
        await page.WaitForSelectorAsync(".read-aloud");
        await TakePicture(page, "callback-1440");
        foreach (var key in new[] { "q", "y", "1" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync(".flash[data-state=green]");
        Assert.NotEqual(first, await page.Locator("#asked a").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_category_is_decided_and_a_group_is_made()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("supervisor", "/requests/undecided");
        await page.FillAsync("input[name=category] >> nth=0", "市政设施");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".flash[data-state=green]");

        await page.GotoAsync("/requests/groups");
        var before = await page.Locator(".group").CountAsync();
        await page.ClickAsync(".group button >> nth=0");
        await page.WaitForSelectorAsync(".flash[data-state=green]");
        Assert.Equal(before - 1, await page.Locator(".group").CountAsync());
    }

    private static async Task CheckAsync(IPage page, string address, string name, List<string> faults)
    {
        var answer = await page.GotoAsync(address);
        await TakePicture(page, $"desk-{name}-{address.Trim('/').Replace('/', '-').Split('&')[0].Replace('?', '-')}");
        if (!answer!.Ok)
        {
            faults.Add($"{address}: {answer.Status}");
        }

        faults.AddRange((await Axe.Violations(page)).Select(violation => $"{address}: {violation}"));
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
        {
            faults.Add($"{address} scrolls sideways");
        }
    }
}
