using CityLoom.Browser.Support;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser;

/// <summary>The checks themselves are checked, on pages made for it.</summary>
public sealed class HarnessTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Strict = "default-src 'self'; img-src data:";
    private static readonly Uri Address = new("http://127.0.0.1:9/");

    [Fact]
    public async Task A_good_page_has_no_fault()
    {
        var page = await Show("<h1>织城</h1><button>提交</button>");

        Expect.None(await Axe.Violations(page));
        Expect.None(TakeFaults());
    }

    [Fact]
    public async Task A_button_without_a_name_is_found()
    {
        var page = await Show("<h1>织城</h1><button></button>");

        Assert.Contains(await Axe.Violations(page), violation => violation.Contains("button-name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_to_another_host_is_found()
    {
        await Show("<h1>织城</h1><img alt='' src='http://map.example/tile.png'>", policy: "default-src 'self'; img-src * data:");

        Assert.Contains(TakeFaults(), fault => fault.StartsWith("request to another host", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_that_the_policy_forbids_is_found()
    {
        await Show("<h1>织城</h1><script>document.title = 'bad'</script>");

        Assert.Contains(TakeFaults(), fault => fault.Contains("content policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_error_is_found()
    {
        await Show("<h1>织城</h1><script>nothing.at.all</script>", policy: "script-src 'unsafe-inline'");

        Assert.Contains(TakeFaults(), fault => fault.StartsWith("script:", StringComparison.Ordinal));
    }

    private async Task<IPage> Show(string body, string policy = Strict)
    {
        var page = await NewPage(Look.Desk, Address);
        var html = $"<!doctype html><html lang='zh-Hans'><title>织城</title><link rel='icon' href='data:,'><main>{body}</main></html>";
        await page.RouteAsync("http://127.0.0.1:9/", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = policy },
            Body = html,
        }));
        await page.GotoAsync("/");
        return page;
    }
}
