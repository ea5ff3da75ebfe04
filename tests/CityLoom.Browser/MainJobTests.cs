using System.Text;
using System.Text.RegularExpressions;
using CityLoom.Browser.Support;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser;

/// <summary>The main job, from the report of a meeting to a matter that is done, checked and counted.</summary>
[Collection(nameof(DemoCity))]
public sealed partial class MainJobTests(DemoCity city, Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>A district's office that the demo's handler works for.</summary>
    private const string Office = "江岸区政府";

    private static string Report => Repository.Shared is { } shared && File.Exists(Path.Combine(shared, "documents", "002.txt"))
        ? Path.Combine(shared, "documents", "002.txt")
        : Path.Combine(Repository.Root, "tests", "CityLoom.Tests", "Samples", "Directives", "meeting-traditional.gb18030.txt");

    [Fact]
    public async Task A_commitment_becomes_a_matter_is_done_with_evidence_and_counts_in_the_progress()
    {
        city.SkipIfMissing();
        var desk = await NewPage(Look.Desk, city.Address);
        await desk.SignIn("supervisor");

        var directive = await Import(desk);
        var words = await AcceptTheFirstFor(Office, desk);
        await AcceptTheRest(desk);
        await TakePicture(desk, "main-job-reviewed");
        await Publish(desk, directive);
        var doneBefore = await Done(desk, directive);
        var matter = await OpenMatter(desk, words);

        await Handle(matter);
        await CheckAndClose(desk, matter);

        Assert.Equal(doneBefore + 1, await Done(desk, directive));
        var row = desk.Locator("tr", new() { HasText = words }).First;
        Assert.Equal("green", await row.GetAttributeAsync("data-state"));
        await TakePicture(desk, "main-job-progress");
    }

    private static async Task<string> Import(IPage desk)
    {
        await desk.GotoAsync("/directives/new");
        await desk.SetInputFilesAsync("input[type=file]", Report);
        await desk.ClickAsync("form[enctype='multipart/form-data'] button.primary");
        await desk.WaitForURLAsync(new Regex("/directives/\\d+/review"));
        Assert.True(await desk.Locator("#ledger > li[data-status=pending]").CountAsync() > 10);
        return DirectiveAddress.Match(desk.Url).Value;
    }

    /// <summary>Accepts the open card for an office of our choice, due by the end of the year, and gives its words back.</summary>
    private static async Task<string> AcceptTheFirstFor(string office, IPage desk)
    {
        var card = desk.Locator("#ledger > li[aria-current=true]");
        var words = (await card.Locator("p.words").InnerTextAsync()).Trim();
        await card.Locator("select[name=owner]").SelectOptionAsync("other");
        await card.Locator("input[name=ownerOther]").FillAsync(office);
        await card.Locator("select[name=due]").SelectOptionAsync("other");
        await card.Locator("input[name=dueOther]").FillAsync("2099-12-31");
        await card.Locator("form[data-act=accept] button[type=submit].primary").ClickAsync();
        await desk.Locator($"#ledger > li[data-status=accepted]").First.WaitForAsync();
        Assert.NotEqual(words, (await desk.Locator("#ledger > li[aria-current=true] p.words").InnerTextAsync()).Trim());
        return words;
    }

    /// <summary>With the keyboard alone, as somebody does who reviews a document a day.</summary>
    private static async Task AcceptTheRest(IPage desk)
    {
        var pending = desk.Locator("#ledger > li[data-status=pending]:not([data-aside])");
        for (var left = await pending.CountAsync(); left > 0; left--)
        {
            Assert.Equal(left, await pending.CountAsync());
            await desk.Keyboard.PressAsync("a");
            await desk.WaitForFunctionAsync(
                "left => document.querySelectorAll('#ledger > li[data-status=pending]:not([data-aside])').length < left && !document.querySelector('[aria-busy]')", left);
        }
    }

    private static async Task Publish(IPage desk, string directive)
    {
        await desk.GotoAsync(directive + "/publish");
        var button = desk.Locator($"form[action$='/publish'] button.primary");
        await Assertions.Expect(button).ToBeEnabledAsync();
        await button.ClickAsync();
        await desk.WaitForURLAsync(new Regex("/directives/\\d+$"), new PageWaitForURLOptions { Timeout = 60_000 });
    }

    private static async Task<int> Done(IPage desk, string directive)
    {
        await desk.GotoAsync(directive);
        return int.Parse(await desk.Locator(".counts a[href*='state=done'] b").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> OpenMatter(IPage desk, string words)
    {
        await desk.Locator("#measures td.name a", new() { HasText = words }).First.ClickAsync();
        await desk.WaitForURLAsync(new Regex("/matters/\\d+$"));
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync(words);
        return new Uri(desk.Url).AbsolutePath;
    }

    private async Task Handle(string matter)
    {
        var office = await NewPage(Look.Phone, city.Address);
        await office.SignIn("handler", matter);
        await office.Act("签收");
        await office.GotoAsync(matter + "?act=AddEvidence#evidence");
        await office.SetInputFilesAsync("#evidence input[type=file]", new FilePayload
        {
            Name = "验收单.txt",
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes("现场已验收，资料齐全。"),
        });
        await office.ClickAsync("#evidence form button.primary");
        await Assertions.Expect(office.Locator("#evidence")).ToContainTextAsync("验收单.txt");
        await office.Act("反馈办结", "已按要求办结，验收单见佐证。");
        await Assertions.Expect(office.Locator("#standing")).ToContainTextAsync("已反馈");
        await TakePicture(office, "main-job-handled");
    }

    private static async Task CheckAndClose(IPage desk, string matter)
    {
        await desk.GotoAsync(matter);
        await desk.Act("核查");
        await desk.Act("核查通过，结案", "已到现场核实，属实。");
        await Assertions.Expect(desk.Locator("#standing")).ToContainTextAsync("已结案");
        await TakePicture(desk, "main-job-closed");
    }

    [GeneratedRegex("/directives/[0-9]+")]
    private static partial Regex DirectiveAddress { get; }
}
