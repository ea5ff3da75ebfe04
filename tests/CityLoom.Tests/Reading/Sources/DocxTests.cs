using System.Diagnostics;
using System.IO.Compression;
using CityLoom.Reading;
using static CityLoom.Tests.Reading.Sources.DocxFile;

namespace CityLoom.Tests.Reading.Sources;

public sealed class DocxTests
{
    private const string Numbering = """
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
        """;

    [Fact]
    public void Paragraphs_are_lines() =>
        Assert.Equal("云川市工作方案\n各区要建立问题清单。", Read.File(Of(Paragraph("云川市工作方案") + Paragraph("各区要建立问题清单。"))));

    [Fact]
    public void Numbers_that_Word_only_shows_are_in_the_text()
    {
        static string Item(int level, string text) => Paragraph(text, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>""");
        var file = Of(Item(0, "加强供水") + Item(1, "更换旧管") + Item(1, "公布水质") + Item(0, "加强排水") + Item(1, "清淤"), Numbering);
        Assert.Equal("一、加强供水\n（一）更换旧管\n（二）公布水质\n二、加强排水\n（一）清淤", Read.File(file));
    }

    [Fact]
    public void A_row_of_a_table_is_a_line()
    {
        var file = Of("<w:tbl>" + Row("任务", "责任单位") + Row("新建三十个服务站", "市民政局") + "</w:tbl>" + Paragraph("以上任务年底前完成。"));
        Assert.Equal("任务\t责任单位\n新建三十个服务站\t市民政局\n以上任务年底前完成。", Read.File(file));
    }

    [Fact]
    public void Text_boxes_and_deleted_words_are_left_out()
    {
        var file = Of("<w:p><w:r><w:pict><w:txbxContent>" + Paragraph("框中文字") + "</w:txbxContent></w:pict><w:t>各区要排查</w:t></w:r>"
            + "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>隐患。</w:t></w:r></w:p>");
        Assert.Equal("各区要排查隐患。", Read.File(file));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = Of(string.Concat(Enumerable.Repeat(Paragraph("各区要建立问题清单，年底前完成。"), 50)), Numbering);
        for (var part = 0; part < 20; part++)
        {
            var outcome = DirectiveReader.Read(whole.AsMemory(0, whole.Length * part / 20));
            Assert.Contains(outcome.Refusal?.Code, (string[])["empty", "broken-docx", "binary"]);
        }
    }

    [Fact]
    public void Damaged_markup_is_refused() => Assert.Equal("broken-docx", Read.Refusal(Of("<w:p><w:r>")));

    [Fact]
    public void An_archive_without_a_document_is_refused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("readme.txt");
        }
        Assert.Equal("not-docx", Read.Refusal(file.ToArray()));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_unpacks()
    {
        var watch = Stopwatch.StartNew();
        var bomb = Of(new string(' ', 100_000_000));
        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal("too-large", Read.Refusal(bomb));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Elements_nested_without_end_do_not_overflow_the_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 200_000)) + Paragraph("各区要落实。") + string.Concat(Enumerable.Repeat("</w:sdt>", 200_000));
        Assert.Equal("各区要落实。", Read.File(Of(deep)));
    }
}
