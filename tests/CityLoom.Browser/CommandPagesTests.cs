using CityLoom.Browser.Support;
using CityLoom.Tests.Support;

namespace CityLoom.Browser;

/// <summary>The pages of command and the public alerts, at a desk and on a phone, in both languages, by day and by night.</summary>
[Collection(nameof(DemoCity))]
public sealed class CommandPagesTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Staff =
    [
        "/emergency/plans", "/emergency/plans/flood", "/emergency/plans/responses/1", "/emergency/drills", "/emergency/drills/1", "/emergency/roster", "/emergency/reports",
        "/emergency/reports/1", "/emergency/supplies", "/emergency/alerts", "/emergency/alerts/new", "/emergency/alerts/1/end",
    ];

    private static readonly string[] Public = ["/", "/alerts", "/alerts/1"];

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Every_page_of_command_is_readable_for_everyone(string name)
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Named(name), city.Address);
        var faults = await Faults(page, name, Public);
        await page.SignIn("supervisor");
        faults.AddRange(await Faults(page, name, Staff));

        Expect.None(faults);
    }

    private async Task<List<string>> Faults(Microsoft.Playwright.IPage page, string name, string[] addresses)
    {
        var faults = new List<string>();
        foreach (var address in addresses)
        {
            var answer = await page.GotoAsync(address);
            await TakePicture(page, $"command-{name}-{address.Trim('/').Replace('/', '-')}");
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

        return faults;
    }
}
