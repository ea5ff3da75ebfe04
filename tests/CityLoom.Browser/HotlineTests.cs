using CityLoom.Browser.Support;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser;

/// <summary>A day at the hotline desk: with a keyboard alone, with a poor network, on a phone, and without a script.</summary>
[Collection(nameof(DemoCity))]
public sealed class HotlineTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    private const string Lamp = "大智街道门前的路灯不亮，晚上看不清台阶，电话 13800001234";

    [Fact]
    public async Task A_call_is_filed_with_the_keyboard_alone_and_the_desk_is_ready_for_the_next()
    {
        var page = await AtDesk(Look.Desk);
        var loads = 0;
        page.FrameNavigated += (_, _) => loads++;

        await page.Keyboard.TypeAsync(Lamp);
        await page.WaitForSelectorAsync("#desk-about[data-first='cityscape.facility']");
        Assert.Equal("13800001234", await page.InputValueAsync("#phone"));
        await CheckAsync(page, "desk-look-1440");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("#desk-made.made");

        await CheckAsync(page, "desk-filed-1440");
        Assert.Equal("words", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("", await page.InputValueAsync("#words"));
        Assert.Equal(0, loads);
    }

    [Fact]
    public async Task A_place_is_chosen_with_the_arrow_keys_and_a_call_joined_by_its_number()
    {
        var page = await AtDesk(Look.Desk);
        await page.Keyboard.TypeAsync("花桥门口的人行道地砖全部松了，老人摔了一跤");
        await page.Keyboard.PressAsync("Alt+p");
        await page.Keyboard.TypeAsync("花桥");
        await page.WaitForSelectorAsync("#desk-where input[type=radio]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("#desk-where b", new() { HasText = "花桥街道" }).WaitForAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        var first = await Number(page);

        await page.Keyboard.TypeAsync("花桥街道门口的人行道地砖全部松了，老人摔了一跤");
        await page.WaitForSelectorAsync($"[data-join='1'][value='join:{first}']");
        await CheckAsync(page, "desk-alike-1440");
        await page.Keyboard.PressAsync("Alt+1");
        await page.Locator("#desk-made .state", new() { HasText = "并入" }).WaitForAsync();

        Assert.Equal(first, await Number(page));
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_network_fails_and_the_second_try_files_once()
    {
        const string Told = "大智街道下水道堵塞，污水外溢到马路上";
        var page = await AtDesk(Look.Desk);
        await page.Keyboard.TypeAsync(Told);
        await page.WaitForSelectorAsync("#desk-about[data-first]");
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("#desk-said:not([hidden])");
        Assert.Equal(Told, await page.InputValueAsync("#words"));

        await page.Context.SetOfflineAsync(false);
        _ = TakeFaults();
        await page.ReloadAsync();
        Assert.Equal(Told, await page.InputValueAsync("#words"));
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("#desk-made.made");
    }

    [Fact]
    public async Task On_a_phone_it_is_one_column()
    {
        var page = await AtDesk(Look.Phone);
        await page.FillAsync("#words", Lamp);
        await page.WaitForSelectorAsync("#desk-about[data-first]");
        await CheckAsync(page, "desk-390");
    }

    [Fact]
    public async Task Without_a_script_the_form_looks_files_and_joins()
    {
        var page = await AtDesk(Look.Desk, script: false);
        await page.FillAsync("#words", "一元街道路口红绿灯坏了一整天");
        await page.ClickAsync("button[value=look]");
        Assert.True(await page.Locator("#desk-where b", new() { HasText = "一元街道" }).IsVisibleAsync());
        await page.ClickAsync(".toolbar button[value=file]");

        Assert.Equal(8, (await page.Locator(".spelt").InnerTextAsync()).Replace(" ", "").Length);
    }

    private async Task<IPage> AtDesk(Look look, bool script = true)
    {
        city.SkipIfMissing();
        var page = await NewPage(look, city.Address, script);
        await page.SignIn("intake", "/requests");

        // The words have the focus without a mouse, once the browser has drawn the page; what is typed before goes nowhere.
        await page.WaitForFunctionAsync("document.activeElement?.id === 'words'");
        return page;
    }

    private static async Task<string> Number(IPage page)
    {
        await page.WaitForSelectorAsync("#desk-made.made");
        return await page.Locator("#desk-made dd a").InnerTextAsync();
    }

    private static async Task CheckAsync(IPage page, string picture)
    {
        await TakePicture(page, picture);
        Expect.None(await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
    }
}
