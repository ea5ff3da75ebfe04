using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityLoom.Load;

/// <summary>A request as the bare server takes it.</summary>
public sealed record BareRequest(string? Words, string? Service, string? Territory, double? Latitude, double? Longitude);

/// <summary>
/// The least that takes in requests durably over HTTP: a minimal API over one SQLite table, no journal, no clock, no routing, no rules. It
/// commits whatever waits in one transaction with full durability, as the product does, so that what is compared is all the rest.
/// </summary>
internal sealed class BareServer : IDisposable
{
    private const int Group = 128;
    private readonly Channel<(BareRequest Request, TaskCompletionSource<long> Done)> _waiting = Channel.CreateBounded<(BareRequest, TaskCompletionSource<long>)>(2_048);
    private readonly string _file;
    private readonly ThreadLocal<SqliteConnection> _readers;

    private BareServer(string folder)
    {
        _file = Path.Combine(folder, "bare.db");
        using (var first = Open())
        {
            Run(first, "create table if not exists requests (id integer primary key, words text, service text, territory text, lat real, lon real, at integer)");
        }

        _readers = new ThreadLocal<SqliteConnection>(Open, trackAllValues: true);
        new Thread(Write) { IsBackground = true }.Start();
    }

    /// <summary>Serves until the process ends.</summary>
    public static async Task<int> Serve(string folder, string url)
    {
        using var server = new BareServer(folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/requests", async (BareRequest request) => Results.Created((string?)null, new { id = await server.Add(request) }));
        app.MapGet("/requests/{id:long}", (long id) => server.Read("select id, words, service, territory, lat, lon, at from requests where id = @id", id) is [var one] ? Results.Ok(one) : Results.NotFound());
        app.MapGet("/requests", () => server.Read("select id, words, service, territory, lat, lon, at from requests order by id desc limit 50", 0));
        await app.StartAsync();
        Console.WriteLine($"bare listens on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    public void Dispose() => _readers.Dispose();

    private async Task<long> Add(BareRequest request)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((request, done));
        return await done.Task;
    }

    private void Write()
    {
        using var connection = Open();
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into requests (words, service, territory, lat, lon, at) values (@words, @service, @territory, @lat, @lon, @at) returning id";
        foreach (var name in new[] { "@words", "@service", "@territory", "@lat", "@lon", "@at" })
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        var group = new List<(BareRequest Request, TaskCompletionSource<long> Done)>();
        while (_waiting.Reader.WaitToReadAsync().AsTask().Result)
        {
            group.Clear();
            while (group.Count < Group && _waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            Run(connection, "begin immediate");
            var ids = group.ConvertAll(w => Insert(insert, w.Request));
            Run(connection, "commit");
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Done.SetResult(ids[i]);
            }
        }
    }

    private static long Insert(SqliteCommand insert, BareRequest r)
    {
        object?[] values = [r.Words, r.Service, r.Territory, r.Latitude, r.Longitude, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()];
        for (var i = 0; i < values.Length; i++)
        {
            insert.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return Convert.ToInt64(insert.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private List<Dictionary<string, object?>> Read(string sql, long id)
    {
        using var command = _readers.Value!.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@id", id);
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object?>>();
        while (reader.Read())
        {
            var row = new Dictionary<string, object?>();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row[reader.GetName(i)] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; pragma cache_size = -32768; pragma mmap_size = 1073741824");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
