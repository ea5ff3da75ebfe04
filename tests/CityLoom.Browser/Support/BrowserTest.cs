using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser.Support;

/// <summary>
/// A test in the browser. Every window it opens is watched: the test fails when a page asked another host for something, wrote
/// an error or broke its content policy. A failing test leaves a picture of each window in artifacts/browser/.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<(IBrowserContext Window, Watch Watch)> _windows = [];

    /// <summary>Where pictures go.</summary>
    private static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "browser")).FullName;

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var faults = _windows.SelectMany(window => window.Watch.Faults).ToList();
        if (faults.Count > 0 || TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await TakePictures();
        }

        foreach (var (window, _) in _windows)
        {
            await window.CloseAsync();
        }

        Expect.None(faults);
    }

    /// <summary>Opens an empty page in a new window, nobody signed in.</summary>
    protected async Task<IPage> NewPage(Look look, Uri address, bool script = true)
    {
        var window = await chromium.Open(look, address, script);
        _windows.Add((window, await Watch.Over(window)));
        return await window.NewPageAsync();
    }

    /// <summary>The faults seen so far, which it then forgets: for a test that provokes them.</summary>
    protected string[] TakeFaults()
    {
        var faults = _windows.SelectMany(window => window.Watch.Faults).ToArray();
        _windows.ForEach(window => window.Watch.Forget());
        return faults;
    }

    /// <summary>Keeps a picture of the whole page as artifacts/browser/NAME.png, to look at.</summary>
    protected static Task TakePicture(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });

    private async Task TakePictures()
    {
        var name = $"{TestContext.Current.TestClass?.TestClassSimpleName}.{TestContext.Current.TestMethod?.MethodName}";
        var pages = _windows.SelectMany(window => window.Window.Pages).ToList();
        for (var index = 0; index < pages.Count; index++)
        {
            await TakePicture(pages[index], $"failed-{name}-{TestContext.Current.Test?.UniqueID[..6]}-{index}");
        }
    }
}
