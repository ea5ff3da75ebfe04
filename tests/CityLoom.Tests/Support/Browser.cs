using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CityLoom.Tests.Support;

/// <summary>A person at a browser without scripts: keeps cookies, sends forms with the token that their page carried, follows no redirect.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;

    internal Browser(Uri address, string from)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public async Task<Answer> Get(string path) => await Answer.Of(await _http.GetAsync(path));

    /// <summary>Sends a form with the token of a page; <paramref name="page"/> null sends none.</summary>
    public async Task<Answer> Submit(string? page, string path, params (string Name, string Value)[] fields)
    {
        var sent = fields.ToDictionary(f => f.Name, f => f.Value);
        if (page is not null)
        {
            sent["__RequestVerificationToken"] = Token.Match((await Get(page)).Text).Groups[1].Value;
        }

        return await Answer.Of(await _http.PostAsync(path, new FormUrlEncodedContent(sent)));
    }

    public Task<Answer> SignIn(string name, string password = ServedCity.Password) => Submit("/sign-in", "/sign-in", ("name", name), ("password", password));

    /// <summary>Posts JSON as a script of another site might make this browser do.</summary>
    public async Task<Answer> PostJson(string path, string json) =>
        await Answer.Of(await _http.PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json")));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token { get; }
}
