using CityLoom.Kernel;
using CityLoom.Kernel.Files;
using CityLoom.Kernel.Storage;
using SkiaSharp;

namespace CityLoom.Requests.Intake;

/// <summary>
/// Takes in a photo: decoded, turned upright, made smaller and encoded anew, so that nothing of the original file is kept — neither
/// where and by which telephone it was taken nor anything hidden in it.
/// </summary>
public sealed class TakePhoto(Database database, FileStore files, CityClock clock) : IDisposable
{
    /// <summary>The most bytes of a photo as it is sent.</summary>
    public const int MostBytes = 12 * 1024 * 1024;

    private const int LongSide = 1_920;
    private const long MostPixels = 50_000_000;
    private const int Quality = 82;

    private static readonly Refusal TooLarge = new(
        "photo.large", "照片超过 12 MB 或五千万像素，请压缩后再传。", "The photo is larger than 12 MB or 50 million pixels; make it smaller.", 400);

    private static readonly Refusal Unreadable = new(
        "photo.unreadable", "照片无法读取。请使用 JPEG、PNG、WebP 或 GIF 格式。", "The photo can't be read. Send JPEG, PNG, WebP or GIF.", 400);

    /// <summary>Decoding takes memory by the pixel; so many at a time are enough.</summary>
    private readonly SemaphoreSlim _few = new(2);

    /// <summary>The stored photo, or what is wrong with it.</summary>
    public async Task<Outcome<StoredFile>> RunAsync(Stream content, CancellationToken cancel)
    {
        using var sent = new MemoryStream();
        if (!await CopyAsync(content, sent, cancel).ConfigureAwait(false))
        {
            return TooLarge;
        }

        await _few.WaitAsync(cancel).ConfigureAwait(false);
        Outcome<byte[]> encoded;
        try
        {
            encoded = Encode(sent.ToArray());
        }
        finally
        {
            _few.Release();
        }

        return encoded.Is(out var bytes, out var refusal) ? await KeepAsync(bytes, cancel).ConfigureAwait(false) : refusal;
    }

    /// <inheritdoc/>
    public void Dispose() => _few.Dispose();

    /// <summary>The picture as a new upright JPEG without metadata. Of an animation the first frame.</summary>
    internal static Outcome<byte[]> Encode(byte[] sent)
    {
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            return Unreadable;
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return TooLarge;
        }

        using var decoded = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (decoded is null)
        {
            return Unreadable;
        }

        using var upright = Upright(decoded, codec.EncodedOrigin);
        using var image = SKImage.FromBitmap(upright);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return jpeg is null ? Unreadable : jpeg.ToArray();
    }

    /// <summary>Draws the picture on white, no longer than <see cref="LongSide"/>, as the camera held it.</summary>
    private static SKBitmap Upright(SKBitmap decoded, SKEncodedOrigin origin)
    {
        var turned = origin >= SKEncodedOrigin.LeftTop;
        var scale = Math.Min(1f, (float)LongSide / Math.Max(decoded.Width, decoded.Height));
        var (width, height) = (Math.Max(1, (int)(decoded.Width * scale)), Math.Max(1, (int)(decoded.Height * scale)));
        var upright = new SKBitmap(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.White);
        canvas.Concat(Turn(origin, width, height));
        using var image = SKImage.FromBitmap(decoded);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return upright;
    }

    /// <summary>The eight orientations of the Exif standard (CIPA DC-008, tag 274).</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private async Task<Outcome<StoredFile>> KeepAsync(byte[] jpeg, CancellationToken cancel)
    {
        using var stream = new MemoryStream(jpeg);
        var taken = await files.TakeAsync(stream, cancel).ConfigureAwait(false);
        if (taken.Is(out var file, out _))
        {
            await database.WriteAsync(w =>
            {
                FileStore.Record(w, file, clock.Now);
                return true;
            }).ConfigureAwait(false);
        }

        return taken;
    }

    private static async Task<bool> CopyAsync(Stream content, MemoryStream sent, CancellationToken cancel)
    {
        var buffer = new byte[81_920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            if (sent.Length + read > MostBytes)
            {
                return false;
            }

            sent.Write(buffer, 0, read);
        }

        return true;
    }
}
