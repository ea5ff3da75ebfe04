using System.Buffers;
using System.Globalization;
using CityLoom.Kernel;
using CityLoom.Kernel.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CityLoom.Requests.Open311;

/// <summary>An answer or a fault on its way out, in the form that was asked for.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Write">What is in it.</param>
internal sealed record Reply(int Status, Action<Answer> Write) : IResult
{
    private const string FormatItem = "open311.format";

    /// <summary>A good answer.</summary>
    public static Reply Ok(Action<Answer> write) => new(StatusCodes.Status200OK, write);

    /// <summary>
    /// A refusal as the specification wants it: 404 for what does not exist, 403 for a key, 400 for all else; 429 and 503 tell a program
    /// that it may try again.
    /// </summary>
    public static Reply Fault(Refusal refusal)
    {
        var status = refusal.Status is 403 or 404 or 429 or 503 ? refusal.Status : 400;
        return new Reply(status, a =>
        {
            a.BeginList("errors", "error");
            a.BeginItem();
            a.Write("code", status.ToString(CultureInfo.InvariantCulture));
            a.Write("description", refusal.In(CultureInfo.CurrentUICulture.Name));
            a.EndItem();
            a.EndList();
        });
    }

    /// <summary>Writes it, with a length, in the form that the address names.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>(4_096);
        using var stream = new BufferStream(body);
        using Answer answer = IsJson(httpContext) ? new JsonAnswer(body) : new XmlAnswer(stream);
        Write(answer);
        answer.Flush();
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = answer.ContentType;
        httpContext.Response.ContentLength = body.WrittenCount;
        if (Status is 429 or 503)
        {
            httpContext.Response.Headers.RetryAfter = Status == 429 ? "60" : "1";
        }

        await httpContext.Response.Body.WriteAsync(body.WrittenMemory, httpContext.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Answers anything that went wrong in the endpoint in the form of the specification, and an unknown form with 404.</summary>
    public static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Items[FormatItem] = Format.Of(http);
        try
        {
            return http.Items[FormatItem] is null ? Fault(Refusals.Format) : await next(context).ConfigureAwait(false);
        }
        catch (DatabaseBusyException)
        {
            return Fault(Refusals.Busy);
        }
        catch (Exception malformed) when (malformed is BadHttpRequestException or InvalidDataException)
        {
            return Fault(Refusals.Malformed(malformed.Message));
        }
    }

    private static bool IsJson(HttpContext http) => (http.Items[FormatItem] as string ?? Format.Of(http)) is Format.Json
        || (http.Items[FormatItem] is null && http.Request.Headers[HeaderNames.Accept].ToString().Contains("json", StringComparison.Ordinal));

    private sealed class BufferStream(ArrayBufferWriter<byte> output) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => output.WrittenCount;

        public override long Position { get => output.WrittenCount; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => output.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => output.Write(buffer);
    }
}
