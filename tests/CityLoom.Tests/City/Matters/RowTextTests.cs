using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityLoom.City.Matters;

namespace CityLoom.Tests.City.Matters;

/// <summary>Journals hold fingerprints of rows, so the text they are taken of must stay what it was, letter by letter.</summary>
public sealed class RowTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("路灯不亮")]
    [InlineData("quote \" back \\ slash / less < amp & apostrophe '")]
    [InlineData("line\nand\ttab \u2028 and 🙂")]
    public void A_text_stands_as_JSON_in_quotes(string words) =>
        Assert.Equal(Hash($"words={JsonSerializer.Serialize(words)}\n"), new RowText().Add("words"u8, words).Fingerprint());

    [Fact]
    public void A_text_longer_than_the_first_room_is_taken_whole()
    {
        var words = string.Concat(Enumerable.Repeat("大智街道", 5_000));

        Assert.Equal(Hash($"a=1\nwords={JsonSerializer.Serialize(words)}\nb=2\n"), new RowText().Add("a"u8, 1).Add("words"u8, words).Add("b"u8, 2).Fingerprint());
    }

    [Fact]
    public void Numbers_flags_instants_and_dates_stand_plainly_and_a_dash_for_what_is_missing()
    {
        var at = new DateTimeOffset(2026, 3, 2, 8, 30, 0, 125, TimeSpan.FromHours(8));
        var text = new RowText().Add("id"u8, 12345678901L).Add("lat"u8, 30.6).Add("tiny"u8, 1e-7).Add("open"u8, true).Add("shut"u8, false).Add("at"u8, at)
            .Add("date"u8, new DateOnly(2026, 3, 2)).Add("none"u8, (long?)null).Add("nothing"u8, (string?)null).Add("never"u8, (DateTimeOffset?)null);

        Assert.Equal(
            Hash(string.Create(
                CultureInfo.InvariantCulture,
                $"id=12345678901\nlat={30.6}\ntiny={1e-7}\nopen=True\nshut=False\nat={at.ToUnixTimeMilliseconds()}\ndate=2026-03-02\nnone=-\nnothing=-\nnever=-\n")),
            text.Fingerprint());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
