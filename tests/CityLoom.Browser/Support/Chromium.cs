using CityLoom.Browser.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CityLoom.Browser.Support;

/// <summary>Debian's Chromium, started once for all tests; it can reach this machine only.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Program))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags });
        }
    }

    /// <summary>Opens a window of its own cookies and cache; skips the calling test where there is no Chromium.</summary>
    public async Task<IBrowserContext> Open(Look look, Uri address, bool script = true)
    {
        Assert.SkipWhen(_browser is null, $"{Program} is not installed; Debian's package chromium has it.");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            JavaScriptEnabled = script,
            HasTouch = look.IsPhone,
            IsMobile = look.IsPhone,
            Locale = look.Language,
            TimezoneId = "Asia/Shanghai",
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return context;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
