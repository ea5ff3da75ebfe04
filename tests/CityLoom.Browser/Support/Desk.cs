using Microsoft.Playwright;

namespace CityLoom.Browser.Support;

/// <summary>What a person at a desk of the demo city does again and again.</summary>
internal static class Desk
{
    /// <summary>The password of the demo's accounts, as its sign-in page tells it.</summary>
    private const string Password = "weave the city";

    /// <summary>Signs an account of the demo city in, and ends on <paramref name="then"/>.</summary>
    public static async Task SignIn(this IPage page, string account, string then = "/city")
    {
        await page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(then)}");
        await page.FillAsync("input[name=name]", account);
        await page.FillAsync("input[name=password]", Password);
        await page.ClickAsync("form[action='/sign-in'] button[type=submit]");
        await page.WaitForURLAsync("**" + then);
    }

    /// <summary>Presses the button of an act on a matter's page and, where the act asks for words, gives them.</summary>
    public static async Task Act(this IPage page, string act, string? words = null)
    {
        var acts = page.Locator(".stand .acts, .stand .menu, .stand");
        var choice = acts.GetByText(act, new() { Exact = true }).First;
        if (!await choice.IsVisibleAsync())
        {
            await page.Locator(".stand summary").Last.ClickAsync();
        }

        await choice.ClickAsync();
        if (words is not null)
        {
            await page.FillAsync("#act textarea[name=reason]", words);
            await page.ClickAsync("#act button[type=submit]");
        }

        await page.WaitForLoadStateAsync();
    }
}
