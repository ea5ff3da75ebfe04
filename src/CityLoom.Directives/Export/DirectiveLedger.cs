using CityLoom.City;
using CityLoom.City.Export;
using CityLoom.City.Matters;
using CityLoom.Reading;

namespace CityLoom.Directives.Export;

/// <summary>A directive's measures as a supervision desk prints them: theme, exact words, owner, date, and how far each has come.</summary>
public static class DirectiveLedger
{
    private static readonly (Bilingual Heading, double Width, SheetFormat Format)[] Columns =
    [
        (new("序号", "No."), 6, SheetFormat.Count),
        (new("主题", "Theme"), 20, SheetFormat.Text),
        (new("原文", "Exact words"), 52, SheetFormat.Text),
        (new("性质", "Kind"), 8, SheetFormat.Text),
        (new("事项编号", "Matter"), 12, SheetFormat.Text),
        (new("首问责任单位", "Accountable"), 18, SheetFormat.Text),
        (new("承办单位", "Handling"), 18, SheetFormat.Text),
        (new("到期日", "Due"), 12, SheetFormat.Date),
        (new("亮灯", "Light"), 8, SheetFormat.Text),
        (new("状态", "State"), 10, SheetFormat.Text),
        (new("进度", "Progress"), 8, SheetFormat.Share),
        (new("分解完成", "Parts done"), 9, SheetFormat.Text),
        (new("延时", "Extensions"), 6, SheetFormat.Count),
        (new("结案日期", "Closed"), 12, SheetFormat.Date),
    ];

    /// <summary>The ledger of a directive in one language.</summary>
    public static Sheet Of(DirectiveProgress progress, CityContext city, string language)
    {
        var promised = progress.Promised.Count();
        var done = progress.Promised.Count(m => m.Matter!.State.IsDone());
        var overdue = progress.Promised.Count(m => m.Matter!.LightAt(city.Now) == Light.Overdue);
        var facts = string.Join(" · ", new[] { progress.Directive.Issuer, progress.Directive.Date }.Where(f => !string.IsNullOrEmpty(f)));
        return new Sheet
        {
            Title = progress.Directive.Title,
            Note = new Bilingual(
                $"{facts}。截至 {city.Clock.Local(city.Now):yyyy-MM-dd HH:mm}：共 {promised} 件，办结 {done} 件，超期 {overdue} 件。",
                $"{facts}. As of {city.Clock.Local(city.Now):yyyy-MM-dd HH:mm}: {promised} matters, {done} done, {overdue} overdue.").In(language),
            Foot = new Bilingual("第 &P 页，共 &N 页", "Page &P of &N").In(language),
            Columns = [.. Columns.Select(c => new SheetColumn(c.Heading.In(language), c.Width, c.Format))],
            Rows = [.. progress.Measures.Index().Where(m => m.Item.Matter is not null || progress.Directive.Status == DirectiveStatus.Reviewing)
                .Select(m => Row(m.Index + 1, m.Item, city, language))],
        };
    }

    private static object?[] Row(int number, MeasureProgress m, CityContext city, string language)
    {
        var matter = m.Matter;
        var light = matter?.LightAt(city.Now) ?? Light.None;
        DateOnly? Day(DateTimeOffset? at) => at is { } instant ? city.Clock.DateOf(instant) : null;
        return
        [
            number, m.Theme.Count > 0 ? string.Join(" / ", m.Theme) : null, m.Measure.Words,
            (m.Measure.Kind == MeasureKind.Target ? new Bilingual("目标", "target") : new Bilingual("举措", "action")).In(language),
            matter?.Number, Name(matter?.Accountable, city, language), Name(matter?.Handling, city, language), Day(matter?.DueAt?.AddMilliseconds(-1)),
            light == Light.None ? null : MatterWords.Of(light).In(language), matter is null ? null : MatterWords.Of(matter.State).In(language),
            matter?.Progress / 100.0, m.Parts is { } parts ? $"{parts.Done} / {parts.All}" : null, matter?.Extensions,
            matter?.State.IsDone() == true ? Day(matter.EndedAt) : null,
        ];
    }

    private static string? Name(string? code, CityContext city, string language) =>
        city.Organizations.Find(code) is { } found ? new Bilingual(found.ShortName, found.EnglishName).In(language) : code;
}
