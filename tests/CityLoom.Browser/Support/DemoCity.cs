using CityLoom.Tests.Support;

namespace CityLoom.Browser.Support;

/// <summary>The demo city on a fresh data folder, served once for all tests that share it.</summary>
public sealed class DemoCity : IAsyncLifetime
{
    private RunningCity? _city;

    /// <summary>Where its pages are.</summary>
    public Uri Address => _city!.Address;

    /// <summary>What the server wrote.</summary>
    public string Log => _city?.Log ?? "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (await Programs.CanServe())
        {
            _city = await RunningCity.Start();
        }
    }

    /// <summary>Skips the calling test while the executable can't serve.</summary>
    public void SkipIfMissing() => Assert.SkipWhen(_city is null, "cityloom has no verb serve yet.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _city?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The tests that share one demo city; they run one after the other.</summary>
[CollectionDefinition(nameof(DemoCity))]
public sealed class DemoCityTests : ICollectionFixture<DemoCity>;
