using CityLoom.City.Calendar;
using CityLoom.City.Export;
using CityLoom.Kernel.Storage;

namespace CityLoom.City.Matters;

/// <summary>Matters as a supervision desk prints them: one a row, with owner, clock, progress and counts.</summary>
public static class MatterLedger
{
    /// <summary>The most matters of one file.</summary>
    public const int Most = 50_000;

    /// <summary>The ledger of the matters that a filter lets through, due first.</summary>
    public static Sheet Of(Session session, MatterFilter filter, CityContext city, string language)
    {
        var matters = MatterSearch.All(session, filter, city.Now, Most + 1);
        var cut = matters.Count > Most;
        return Of(session, cut ? matters[..Most] : matters, new LedgerHead(new("事项台账", "Ledger of matters"), ""), city, language, cut);
    }

    /// <summary>The ledger of chosen matters in their order.</summary>
    public static Sheet Of(Session session, IReadOnlyList<Matter> matters, LedgerHead head, CityContext city, string language, bool cut = false)
    {
        var reports = matters.Chunk(500).SelectMany(chunk => ProgressBook.LastOf(session, [.. chunk.Where(m => m.Progress is not null).Select(m => m.Id)]))
            .ToDictionary(r => r.Key, r => r.Value);
        var row = new MatterLedgerRow(city, language);
        var words = new Bilingual(
            $"{head.Words}截至 {city.Clock.Local(city.Now):yyyy-MM-dd HH:mm}，共 {matters.Count} 件{(cut ? $"（只列前 {Most} 件）" : "")}。到期日以当日 24:00 为准；蓝临期、黄滞后、红超期。",
            $"{head.Words}As of {city.Clock.Local(city.Now):yyyy-MM-dd HH:mm}, {matters.Count} matters{(cut ? $" (the first {Most} only)" : "")}. Due at 24:00 of the day. Blue near due, yellow behind, red overdue.");
        return new Sheet
        {
            Title = head.Title.In(language),
            Note = words.In(language),
            Foot = new Bilingual("第 &P 页，共 &N 页", "Page &P of &N").In(language),
            Columns = [.. Columns.Select(c => new SheetColumn(c.Heading.In(language), c.Width, c.Format))],
            Rows = [.. matters.Select((m, i) => row.Of(i + 1, m, reports.GetValueOrDefault(m.Id)))],
        };
    }

    private static readonly (Bilingual Heading, double Width, SheetFormat Format)[] Columns =
    [
        (new("序号", "No."), 6, SheetFormat.Count),
        (new("编号", "Number"), 12, SheetFormat.Text),
        (new("事项", "Matter"), 36, SheetFormat.Text),
        (new("原文", "Exact words"), 44, SheetFormat.Text),
        (new("种类", "Kind"), 8, SheetFormat.Text),
        (new("区划", "Place"), 18, SheetFormat.Text),
        (new("首问责任单位", "Accountable"), 18, SheetFormat.Text),
        (new("承办单位", "Handling"), 18, SheetFormat.Text),
        (new("配合单位", "Supporting"), 18, SheetFormat.Text),
        (new("立案日期", "Accepted"), 12, SheetFormat.Date),
        (new("到期日", "Due"), 12, SheetFormat.Date),
        (new("时限", "Clock"), 16, SheetFormat.Text),
        (new("亮灯", "Light"), 8, SheetFormat.Text),
        (new("状态", "State"), 10, SheetFormat.Text),
        (new("进度", "Progress"), 8, SheetFormat.Share),
        (new("最近进展", "Last report"), 30, SheetFormat.Text),
        (new("延时", "Extensions"), 6, SheetFormat.Count),
        (new("挂账", "Suspensions"), 6, SheetFormat.Count),
        (new("督办", "Supervision"), 8, SheetFormat.Text),
        (new("结案日期", "Closed"), 12, SheetFormat.Date),
    ];
}

/// <summary>What stands over a ledger.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Words">What it holds, before the line that says as of when; may be empty.</param>
public sealed record LedgerHead(Bilingual Title, string Words);
