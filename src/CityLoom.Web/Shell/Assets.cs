using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CityLoom.Web.Shell;

/// <summary>Addresses of styles and scripts, each with a mark of its content so that a browser never keeps an old one.</summary>
public sealed class Assets(string root)
{
    private readonly ConcurrentDictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>The address of a file under <c>wwwroot</c>: <c>css/tokens.css</c> → <c>/css/tokens.css?v=3f2a91c0</c>.</summary>
    public string this[string path] => addresses.GetOrAdd(path, Marked);

    private string Marked(string path)
    {
        var file = Path.Combine(root, path);
        return File.Exists(file)
            ? $"/{path}?v={Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..8]}"
            : $"/{path}";
    }
}
