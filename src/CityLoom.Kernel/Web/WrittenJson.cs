using System.Buffers;
using System.Text.Json;
using CityLoom.Kernel.Journal;
using Microsoft.AspNetCore.Http;

namespace CityLoom.Kernel.Web;

/// <summary>An answer in JSON that was written value by value, for lists whose objects would only be made to be written.</summary>
/// <param name="body">What was written, UTF-8.</param>
public sealed class WrittenJson(ReadOnlyMemory<byte> body) : IResult
{
    private const int FirstRoom = 16 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JournalBook.Json.Encoder };

    /// <summary>The answer that an action writes.</summary>
    public static WrittenJson Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(FirstRoom);
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
        json.Flush();
        return new WrittenJson(buffer.WrittenMemory);
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.BodyWriter.WriteAsync(body, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
