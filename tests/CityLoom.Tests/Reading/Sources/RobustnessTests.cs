using System.Diagnostics;
using System.Text;
using CityLoom.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Reading.Sources;

public sealed class RobustnessTests
{
    private static readonly byte[][] Openings =
    [
        [], [.. "PK\x03\x04"u8], [.. "%PDF-1.7\n"u8], [.. "<html><body><p>"u8], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x84, 0x31, 0x95, 0x33],
        Samples.Utf8(Samples.Report), Samples.CodePage("gb18030").GetBytes(Samples.Report), Encoding.Unicode.GetBytes(Samples.Report),
    ];

    [Fact]
    public void Any_bytes_are_read_or_refused_and_never_thrown()
    {
        var bytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();
        var files = from opening in Gen.Elements(Openings) from rest in bytes select (byte[])[.. opening, .. rest];
        Prop.ForAll(files.ToArbitrary(), IsReadOrRefused).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_of_the_genre_in_any_order_is_read_or_refused()
    {
        string[] words =
        [
            "会议强调，", "要", "各区", "（责任单位：", "市民政局", "、", "，", "。", "\n", "　　", " ", "一、", "（一）", "到2025年", "10%", "“", "”", "《", "》", "）",
            "(shí)", "本报讯（记者", "来源：", "编辑：", "<p>", "</div>", "&nbsp;", "<!--", "-->", "上一篇：", "責任編輯：", "𬭚", "著", "...", "\uFEFF", "\u0001",
        ];
        var texts = Gen.Elements(words).ArrayOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text => IsReadOrRefused(Encoding.UTF8.GetBytes(text))).QuickCheckThrowOnFailure();
    }

    private static bool IsReadOrRefused(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var outcome = DirectiveReader.Read(file);
        var settled = outcome.Succeeded != (outcome.Refusal is not null);
        return settled && OffsetsAreSound(outcome.Value) && watch.Elapsed < TimeSpan.FromMinutes(2);
    }

    private static bool OffsetsAreSound(DirectiveReading? reading)
    {
        if (reading is null)
        {
            return true;
        }
        var clean = reading.CleanText;
        var offsets = Enumerable.Range(0, clean.Text.Length).Select(clean.SourceOffset).ToArray();
        return offsets.All(offset => offset >= 0) && reading.Measures.All(measure => clean.Text[measure.Start..measure.End] == measure.Text);
    }
}
