using CityLoom.Browser.Support;
using CityLoom.Tests.Support;

namespace CityLoom.Browser;

/// <summary>Every page that staff open in a day, at a desk and on a phone, in both languages, by day and by night.</summary>
[Collection(nameof(DemoCity))]
public sealed class StaffPagesTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Pages =
    [
        "/city", "/matters", "/matters?box=all&light=overdue", "/matters?box=all&text=绝无此事", "/matters/1", "/matters/new", "/matters/reports",
        "/directives", "/directives/new", "/directives/1", "/directives/1/review",
    ];

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Every_page_is_readable_for_everyone(string name)
    {
        city.SkipIfMissing();
        var look = Look.Named(name);
        var page = await NewPage(look, city.Address);
        await page.SignIn("supervisor");
        var faults = new List<string>();
        foreach (var address in Pages)
        {
            var answer = await page.GotoAsync(address);
            await TakePicture(page, $"staff-{name}-{address.Trim('/').Replace('/', '-').Split('&')[0].Replace('?', '-')}");
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

        Expect.None(faults);
    }
}
