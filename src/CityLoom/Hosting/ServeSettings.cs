using CityLoom.Kernel.Storage;

namespace CityLoom.Hosting;

/// <summary>How to serve a city.</summary>
/// <param name="Store">Where its data lies.</param>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Demo">True to fill a new data folder with the demo city.</param>
internal sealed record ServeSettings(StorageOptions Store, string Urls, bool Demo);
