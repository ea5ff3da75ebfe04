using System.Text;
using SkiaSharp;

namespace CityLoom.Tests.Requests;

/// <summary>Pictures for tests.</summary>
internal static class Photo
{
    /// <summary>A picture, 60 wide and 40 high, red on its left half.</summary>
    public static byte[] Plain(SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(60, 40);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var red = new SKPaint();
        red.Color = SKColors.Red;
        canvas.DrawRect(0, 0, 30, 40, red);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>The same with an Exif segment that says "turned by 90 degrees" and a word in a comment.</summary>
    public static byte[] WithPlace()
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "GPS 30.6N 114.29E"u8,
        ];
        var plain = Plain();
        var length = exif.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. plain[2..]];
    }

    /// <summary>Whether the bytes hold a word.</summary>
    public static bool Holds(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(word)) >= 0;
}
