using CityLoom.Requests.Intake;
using SkiaSharp;

namespace CityLoom.Tests.Requests;

public sealed class TakePhotoTests
{
    [Fact]
    public void A_photo_is_turned_upright_and_loses_all_metadata()
    {
        Assert.True(Photo.Holds(Photo.WithPlace(), "GPS"));

        var taken = TakePhoto.Encode(Photo.WithPlace()).Value;

        using var bitmap = SKBitmap.Decode(taken);
        Assert.Equal((40, 60), (bitmap.Width, bitmap.Height));
        Assert.True(bitmap.GetPixel(20, 5).Green < 100, "what was left is now on top");
        Assert.False(Photo.Holds(taken, "Exif") || Photo.Holds(taken, "GPS"));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Other_formats_become_JPEG(SKEncodedImageFormat format) =>
        Assert.Equal([0xFF, 0xD8, 0xFF], TakePhoto.Encode(Photo.Plain(format)).Value[..3]);

    [Fact]
    public void What_is_no_picture_is_refused_at_whatever_byte_it_breaks_off()
    {
        var whole = Photo.Plain(SKEncodedImageFormat.Png);

        Assert.Equal("photo.unreadable", TakePhoto.Encode("<script>alert(1)</script>"u8.ToArray()).Refusal?.Code);
        Assert.Equal("photo.unreadable", TakePhoto.Encode([]).Refusal?.Code);
        Assert.All(Enumerable.Range(0, 40), cut =>
        {
            var outcome = TakePhoto.Encode(whole[..cut]);
            Assert.True(outcome.Refusal is { Code: "photo.unreadable" } || outcome.Value.Length > 0);
        });
    }

    [Fact]
    public void A_picture_that_claims_to_be_huge_is_refused_before_it_takes_memory()
    {
        var bomb = Photo.Plain(SKEncodedImageFormat.Png);
        (bomb[18], bomb[22]) = (0x75, 0x75);
        (bomb[17], bomb[21]) = (0x01, 0x01);
        var crc = Crc(bomb.AsSpan(12, 17));
        for (var i = 0; i < 4; i++)
        {
            bomb[29 + i] = (byte)(crc >> (24 - (8 * i)));
        }

        Assert.Equal("photo.large", TakePhoto.Encode(bomb).Refusal?.Code);
    }

    /// <summary>The checksum of a PNG chunk (ISO 3309), bit by bit.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
            }
        }

        return ~crc;
    }
}
