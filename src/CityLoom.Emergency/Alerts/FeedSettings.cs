using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace CityLoom.Emergency.Alerts;

/// <summary>A feed of alerts that this city takes. Nothing else is ever fetched.</summary>
/// <param name="Name">Short name; stands as the source of what comes by it.</param>
/// <param name="Url">The address of an Atom feed or of a single message.</param>
/// <param name="Certificate">The sender's certificate as PEM; when it is given, only what it signed is taken.</param>
public sealed record FeedSetting(string Name, Uri Url, string? Certificate = null)
{
    /// <summary>The certificate; null when none is expected.</summary>
    public X509Certificate2? Expected => Certificate is { } pem ? X509Certificate2.CreateFromPem(pem) : null;
}

/// <summary>The allowed list of feeds: <c>alert-feeds.json</c> in the data folder, kept by whoever runs the machine.</summary>
public static class FeedSettings
{
    /// <summary>The name of the file.</summary>
    public const string File = "alert-feeds.json";

    /// <summary>The feeds of a data folder; none when there is no such file.</summary>
    /// <exception cref="InvalidDataException">The file is malformed; it says how.</exception>
    public static IReadOnlyList<FeedSetting> Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
        {
            return [];
        }

        try
        {
            var feeds = JsonSerializer.Deserialize<List<FeedSetting>>(System.IO.File.ReadAllText(path), JsonSerializerOptions.Web) ?? [];
            return feeds.Find(f => !Fits(f)) is { } unfit
                ? throw new InvalidDataException($"{File}: '{unfit?.Name}' needs a name of letters and digits, not 'own' or 'import', and an http or https address.")
                : feeds;
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{File}: {malformed.Message}", malformed);
        }
    }

    private static bool Fits(FeedSetting? feed) => feed is { Name.Length: > 0 and <= 40, Url: { IsAbsoluteUri: true, Scheme: "http" or "https" } }
        && feed.Name is not (Alert.Own or "import") && feed.Name.All(c => char.IsLetterOrDigit(c) || c == '-');
}
