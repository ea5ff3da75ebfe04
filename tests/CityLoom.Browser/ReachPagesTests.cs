using CityLoom.Browser.Support;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser;

/// <summary>The planner's and the dispatcher's pages as they are used.</summary>
[Collection(nameof(DemoCity))]
public sealed class ReachPagesTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Pages =
        ["/reach", "/reach?view=inner&station=0602&move=0602,114.36,30.56&n=2", "/emergency", "/emergency/units", "/emergency/responses", "/emergency/registers", "/emergency/incidents", "/emergency/incidents/new"];

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Every_page_is_readable_for_everyone(string name)
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Named(name), city.Address);
        await page.SignIn("supervisor");
        var faults = new List<string>();
        await page.GotoAsync("/emergency");
        var incident = await page.Locator("#incidents tbody a").Last.GetAttributeAsync("href");
        foreach (var address in Pages.Append(incident!))
        {
            var answer = await page.GotoAsync(address);
            await TakePicture(page, $"reach-{name}-{address.Trim('/').Replace('/', '-').Split('?')[0]}{(address.Contains('?', StringComparison.Ordinal) ? "-plan" : "")}");
            faults.AddRange(answer!.Ok ? [] : [$"{address}: {answer.Status}"]);
            faults.AddRange((await Axe.Violations(page)).Select(violation => $"{address}: {violation}"));
            faults.AddRange(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth") ? [] : [$"{address} scrolls sideways"]);
        }

        Expect.None(faults);
    }

    [Fact]
    public async Task A_station_that_is_dragged_takes_map_and_figures_along()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("supervisor", "/reach");
        var (figures, area, left) = (await Figures(page), await Drawn(page, "area-1401"), await Drawn(page, "uncovered"));

        var box = (await page.Locator(".station[data-code='1401'] .dot").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 90, new() { Steps = 12 });
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("before => document.querySelector('#reach-panel').innerText !== before", figures);

        Assert.NotEqual(area, await Drawn(page, "area-1401"));
        Assert.NotEqual(left, await Drawn(page, "uncovered"));
        Assert.Contains("move=1401", page.Url, StringComparison.Ordinal);
        await page.WaitForTimeoutAsync(400);
        TestContext.Current.TestOutputHelper!.WriteLine($"one step of the drag took {await page.GetAttributeAsync("[data-reach]", "data-took")} ms in the browser");
        var shown = await Figures(page);
        await page.ReloadAsync();
        Assert.Equal(shown, await Figures(page));
    }

    [Fact]
    public async Task A_station_moves_by_the_arrow_keys_too()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("supervisor", "/reach");
        var before = await Drawn(page, "area-1701");

        await page.FocusAsync(".station[data-code='1701']");
        for (var press = 0; press < 4; press++)
        {
            await page.Keyboard.PressAsync("Shift+ArrowLeft");
        }

        await page.WaitForFunctionAsync("before => document.getElementById('area-1701').getAttribute('d') !== before", before);
        Assert.Contains("1701", await page.Locator("[data-reach] > [role=status]").InnerTextAsync() + page.Url, StringComparison.Ordinal);
        Assert.Equal("1701", await page.InputValueAsync("#station"));
    }

    [Fact]
    public async Task Without_a_script_the_form_moves_a_station()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("supervisor", "/reach");
        await page.RouteAsync("**/js/reach.js*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await page.GotoAsync("/reach?station=1401");
        var before = await Figures(page);

        await page.FillAsync("#move-form [name=longitude]", "113.9");
        await page.FillAsync("#move-form [name=latitude]", "30.45");
        await page.ClickAsync("#move-form button[value=move]");

        Assert.Contains("move=1401", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(before, await Figures(page));
        Assert.Contains("113.9", await page.InputValueAsync("#move-form [name=longitude]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_becomes_an_incident_a_unit_goes_and_the_board_of_another_follows()
    {
        city.SkipIfMissing();
        var board = await NewPage(Look.Desk, city.Address);
        await board.SignIn("dispatcher", "/emergency");
        var clerk = await NewPage(Look.Desk, city.Address);
        await clerk.SignIn("dispatcher", "/emergency");
        var title = $"试运行 {Guid.NewGuid().ToString("N")[..6]} 两车相撞";

        await clerk.Keyboard.PressAsync("n");
        await clerk.WaitForURLAsync("**/emergency/incidents/new");
        await clerk.FillAsync("#title", title);
        await clerk.FillAsync("#longitude", "114.30");
        await clerk.FillAsync("#latitude", "30.60");
        await clerk.Keyboard.PressAsync("Enter");
        await clerk.WaitForSelectorAsync(".advice");
        await clerk.Keyboard.PressAsync("s");
        await clerk.WaitForSelectorAsync("#runs .unit-line");
        await TakePicture(clerk, "incident-sent");
        foreach (var act in new[] { "出动", "到达" })
        {
            await clerk.Locator("#runs .unit-line").GetByText(act, new() { Exact = true }).ClickAsync();
            await clerk.WaitForLoadStateAsync();
        }

        await board.WaitForSelectorAsync($"#incidents tr:has-text('{title}'):has-text('现场')", new() { Timeout = 15_000 });
        Assert.Contains(await clerk.Locator("#hospitals b").First.InnerTextAsync(), await clerk.Locator("#hospitals").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static Task<string> Figures(IPage page) => page.InnerTextAsync("#reach-panel");

    private static async Task<string?> Drawn(IPage page, string id) => await page.EvaluateAsync<string>("id => document.getElementById(id).getAttribute('d')", id);
}
