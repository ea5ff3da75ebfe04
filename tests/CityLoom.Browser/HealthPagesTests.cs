using System.Text.RegularExpressions;
using CityLoom.Browser.Support;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser;

/// <summary>The health net's pages: readable for everyone, and a warning judged from the list to its matters.</summary>
[Collection(nameof(DemoCity))]
public sealed partial class HealthPagesTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    private static readonly string[] Pages =
    [
        "/health", "/health/streams", "/health/streams?condition=dengue&territory=420106", "/health/streams/ili.clinic?territory=420105", "/health/streams/dengue.lab",
        "/health/quiet", "/health/quiet?day=2020-01-01", "/health/tuning", "/health/tuning?condition=hfmd&rate=0.6", "/health/import",
    ];

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Every_page_is_readable_for_everyone(string name)
    {
        city.SkipIfMissing();
        var look = Look.Named(name);
        var page = await NewPage(look, city.Address);
        await page.SignIn("epidemiologist", "/health");
        var warning = await page.Locator(".warnings .sentence").First.GetAttributeAsync("href");
        var faults = new List<string>();
        foreach (var address in Pages.Append(warning!))
        {
            var answer = await page.GotoAsync(address);
            await TakePicture(page, $"health-{name}-{NoLetter.Replace(address, "-").Trim('-')}");
            if (!answer!.Ok)
            {
                faults.Add($"{address}: {answer.Status}");
            }

            faults.AddRange((await Axe.Violations(page)).Select(violation => $"{address}: {violation}"));
            faults.AddRange(Missing.Matches(await page.ContentAsync()).Select(words => $"{address}: nobody wrote {words}"));
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            {
                faults.Add($"{address} scrolls sideways");
            }
        }

        Expect.None(faults);
    }

    [Fact]
    public async Task A_warning_is_opened_from_the_list_and_verified_and_its_matters_are_there()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("epidemiologist", "/health");
        await page.Locator(".warnings li", new() { HasText = "等人核实" }).Locator("a.sentence").First.ClickAsync();
        await page.FillAsync("#triage details[open] textarea", "已电话核对三家报告单位");
        await page.ClickAsync("#triage details[open] button[type=submit]");

        await page.Locator(".flash[data-state=green]").WaitForAsync();
        Assert.Equal("已核实", await page.Locator("#triage [aria-current=step]").InnerTextAsync());
        Assert.True(await page.Locator("#opened .files li").CountAsync() >= 2);
        await page.Locator("#opened .files a").First.ClickAsync();
        Assert.Contains("现场流行病学调查", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_judge_reads_and_is_told_so()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("auditor", "/health");
        Assert.Contains("1–4", await page.Locator("#more").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".warnings a.sentence").First.ClickAsync();

        Assert.Equal(0, await page.Locator("#triage form").CountAsync());
        Assert.Contains("流行病学岗", await page.Locator("#triage").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_settings_are_tried_before_they_are_put_in_force()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Desk, city.Address);
        await page.SignIn("epidemiologist", "/health/tuning");
        await page.FillAsync("#rate", "0.001");
        await page.ClickAsync("form[action='/health/tuning'][method=get] button");
        await page.WaitForURLAsync(new Regex("rate=0.001"));
        Assert.True(await page.Locator("#compare tbody tr").CountAsync() >= 3);
        await page.ClickAsync("form[action='/health/tuning'][method=post] button");

        await page.Locator(".flash[data-state=green]").WaitForAsync();
        Assert.Equal("0.001", await page.InputValueAsync("#rate"));
    }

    [Fact]
    public async Task A_wrong_file_is_refused_with_its_line_and_what_was_pasted_stays()
    {
        city.SkipIfMissing();
        var page = await NewPage(Look.Phone, city.Address);
        await page.SignIn("epidemiologist", "/health/import");
        await page.FillAsync("#text", "stream,territory_code,period,count\nili.clinic,420105,2026-03-01,-5");
        await page.ClickAsync("form[action='/health/import'] button");

        Assert.Contains("counts:2", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("-5", await page.InputValueAsync("#text"), StringComparison.Ordinal);
        TakeFaults();
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLetter { get; }

    [GeneratedRegex("⟦[^⟧]*⟧")]
    private static partial Regex Missing { get; }
}
