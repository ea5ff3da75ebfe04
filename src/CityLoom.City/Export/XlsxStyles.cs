using DocumentFormat.OpenXml.Spreadsheet;

namespace CityLoom.City.Export;

/// <summary>The few looks of cells in our workbooks.</summary>
internal static class XlsxStyles
{
    public const uint Title = 1;
    public const uint Note = 2;
    public const uint Header = 3;
    public const uint QuotedText = 9;

    /// <summary>The look of a column's cells.</summary>
    public static uint Of(SheetFormat format) => 4 + (uint)format;

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "0.0%" }),
        new Fonts(FontOf(10), FontOf(16, bold: true), FontOf(10, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEEECE7" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Look(font: 1, horizontal: HorizontalAlignmentValues.Center),
            Look(horizontal: HorizontalAlignmentValues.Left),
            Look(font: 2, fill: 2, border: 1, horizontal: HorizontalAlignmentValues.Center),
            Look(border: 1),
            Look(border: 1, number: 3),
            Look(border: 1, number: 4),
            Look(border: 1, number: 165),
            Look(border: 1, number: 164, horizontal: HorizontalAlignmentValues.Center),
            Quoted(Look(border: 1))));

    private static CellFormat Quoted(CellFormat look)
    {
        look.QuotePrefix = true;
        return look;
    }

    private static CellFormat Look(uint font = 0, uint fill = 0, uint border = 0, uint number = 0, HorizontalAlignmentValues? horizontal = null)
    {
        var alignment = new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true };
        if (horizontal is { } across)
        {
            alignment.Horizontal = across;
        }

        return new CellFormat(alignment)
        {
            FontId = font, FillId = fill, BorderId = border, NumberFormatId = number,
            ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyNumberFormat = true, ApplyAlignment = true,
        };
    }

    private static Font FontOf(double size, bool bold = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = "Microsoft YaHei" });
        return font;
    }

    private static Border Thin() => new(
        new LeftBorder(Grey()) { Style = BorderStyleValues.Thin }, new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
        new TopBorder(Grey()) { Style = BorderStyleValues.Thin }, new BottomBorder(Grey()) { Style = BorderStyleValues.Thin });

    private static Color Grey() => new Color { Rgb = "FF85827B" };
}
