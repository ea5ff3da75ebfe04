using System.Buffers;
using System.Text;
using UtfUnknown;

namespace CityLoom.Reading.Sources;

/// <summary>A decoded file.</summary>
internal sealed record DecodedText(string Text, string EncodingName);

/// <summary>
/// Tells the encoding of Chinese text and decodes it strictly: byte order mark, UTF-16, UTF-8, then GB18030 against Big5 by
/// how common the resulting characters are. UTF.Unknown is asked last, since it errs on short Chinese text.
/// </summary>
internal static class TextDecoding
{
    private const double ConvincingShare = 0.25;

    private static readonly Lazy<Encoding> Gb18030 = new(() => Legacy("gb18030"));
    private static readonly Lazy<Encoding> Big5 = new(() => Legacy("big5"));

    public static Attempt<DecodedText> Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.Find(bytes) is var (marked, length))
        {
            return Strictly(marked, bytes, length);
        }
        if (WholeUtf8(bytes) is { } text)
        {
            return ControlCharacters.FirstTooMany(bytes) is { } control ? Refusals.BinaryAt(control) : new DecodedText(text, Utf8.WebName);
        }
        if (Utf16Guess.Find(bytes) is { } utf16)
        {
            return Strictly(utf16, bytes, 0);
        }
        if (ControlCharacters.FirstTooMany(bytes) is { } offset)
        {
            return Refusals.BinaryAt(offset);
        }
        var utf8 = Utf8Shape.Of(bytes);
        return utf8.Valid || utf8.Damaged ? Strictly(Utf8, bytes, 0) : ByLikelihood(bytes);
    }

    /// <summary>The text of bytes that are UTF-8 from end to end, found out and decoded in one pass; null for all others.</summary>
    private static string? WholeUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return null;
        }
        var units = ArrayPool<char>.Shared.Rent(bytes.Length);
        var status = System.Text.Unicode.Utf8.ToUtf16(bytes, units, out _, out var count, replaceInvalidSequences: false);
        var text = status == OperationStatus.Done ? new string(units, 0, count) : null;
        ArrayPool<char>.Shared.Return(units);
        return text;
    }

    private static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>GB18030 (with GBK and GB2312 in it) or Big5 in a form that throws on bytes it does not know.</summary>
    private static Encoding Legacy(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;

    private static Attempt<DecodedText> ByLikelihood(ReadOnlySpan<byte> bytes)
    {
        var gb = ChineseLikelihood.Of(Gb18030.Value.GetString(bytes));
        var big5 = ChineseLikelihood.Of(Big5.Value.GetString(bytes));
        var (best, encoding) = big5.Score > gb.Score ? (big5, Big5.Value) : (gb, Gb18030.Value);
        if (best.CommonShare < ConvincingShare && Detected(bytes) is { } other)
        {
            return Strictly(other, bytes, 0);
        }
        return best.Damaged == 0 ? new DecodedText(best.Text, encoding.WebName) : Strictly(encoding, bytes, 0);
    }

    private static Encoding? Detected(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 1 << 16)].ToArray();
        return CharsetDetector.DetectFromBytes(sample).Detected is { Confidence: > 0.7f, Encoding: { } encoding } ? encoding : null;
    }

    private static Attempt<DecodedText> Strictly(Encoding encoding, ReadOnlySpan<byte> bytes, int skip)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return new DecodedText(strict.GetString(bytes[skip..]), encoding.WebName);
        }
        catch (DecoderFallbackException e)
        {
            return Refusals.InvalidBytes(skip + Math.Max(0, e.Index), encoding.WebName.ToUpperInvariant());
        }
    }
}
