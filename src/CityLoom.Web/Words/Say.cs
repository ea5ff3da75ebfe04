using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CityLoom.Web.Words;

/// <summary>
/// What the interface says to one reader: words by key, dates, durations and numbers in the reader's language.
/// <c>Say["review.reviewed", ("n", 41), ("all", 57)]</c>.
/// </summary>
public sealed class Say(WordBook book, Language language, TimeZoneInfo zone, TimeProvider clock)
{
    /// <summary>The language spoken.</summary>
    public Language Language => language;

    /// <summary>The sentence of a key with its placeholders filled; numbers are grouped, dates written out.</summary>
    public string this[string key, params (string Name, object? Value)[] values] =>
        string.Concat(Pieces(key, values).Select(p => p.Hole is null ? p.Text : Plain(values, p)));

    /// <summary>The sentence of a key without placeholders, or null when nobody wrote it.</summary>
    public string? Find(string key) => book.Has(key) ? book.Find(key, language) : null;

    /// <summary>As the indexer, for values that are markup: a <see cref="RenderFragment"/> stays one, all else becomes text.</summary>
    public RenderFragment Mixed(string key, params (string Name, object? Value)[] values) => builder =>
    {
        foreach (var piece in Pieces(key, values))
        {
            var value = Array.Find(values, v => v.Name == piece.Hole).Value;
            if (piece.Hole is not null && value is RenderFragment markup)
            {
                builder.AddContent(0, markup);
            }
            else
            {
                builder.AddContent(1, piece.Hole is null ? piece.Text : Plain(values, piece));
            }
        }
    };

    /// <summary>2,026,418; at most <paramref name="decimals"/> digits after the point, none that are only zeros.</summary>
    public static string Number(double value, int decimals = 1) =>
        value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture);

    /// <summary>A share of 0…1 as per cent: 91.6%.</summary>
    public static string Percent(double share, int decimals = 1) => Number(share * 100, decimals) + "%";

    /// <summary>2026年3月2日, 2 Mar 2026.</summary>
    public string Day(DateOnly day) => Written(day, "yyyy年M月d日", "d MMM yyyy");

    /// <summary>2026年3月2日 (周一), Mon 2 Mar 2026.</summary>
    public string Weekday(DateOnly day) => Written(day, "yyyy年M月d日 (ddd)", "ddd d MMM yyyy");

    /// <summary>3月2日, 2 Mar; with the year when it isn't this one.</summary>
    public string ShortDay(DateOnly day) =>
        day.Year == Civil(clock.GetUtcNow()).Year ? Written(day, "M月d日", "d MMM") : Day(day);

    /// <summary>3月2日 16:30, 2 Mar 16:30, in the city's zone.</summary>
    public string Minute(DateTimeOffset instant) => ShortDay(Civil(instant)) + " " + Time(instant);

    /// <summary>16:30, in the city's zone.</summary>
    public string Time(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The civil date of an instant in the city.</summary>
    public DateOnly Civil(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The instant on the city's wall clock.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The two largest units of a duration: 1 天 6 小时, 1 day 6 hours. Less than a minute counts as one.</summary>
    public string Duration(TimeSpan span)
    {
        var minutes = Math.Max(1, (long)span.Duration().TotalMinutes);
        return Units(("days", minutes / 1440), ("hours", minutes / 60 % 24), ("minutes", minutes % 60));
    }

    /// <summary>Working time in words: 2 个工作日 3 小时. <paramref name="rest"/> is what remains of a working day.</summary>
    public string Working(int days, TimeSpan rest) =>
        Units(("workdays", days), ("hours", (long)rest.TotalHours), ("minutes", rest.Minutes));

    /// <summary>Names joined as the language does: 江岸区、汉阳区; Jiang'an, Hanyang.</summary>
    public string List(IEnumerable<string> names) => string.Join(language == Language.English ? ", " : "、", names);

    private string Units(params (string Unit, long Count)[] units)
    {
        var told = units.SkipWhile(u => u.Count == 0).Take(2).Where(u => u.Count > 0).ToList();
        var words = told.Count == 0 ? [this["time.minutes", ("n", 0)]] : told.ConvertAll(u => this["time." + u.Unit, ("n", u.Count)]);
        return string.Join(' ', words);
    }

    private string Written(DateOnly day, string chinese, string english) => language == Language.English
        ? day.ToString(english, CultureInfo.InvariantCulture)
        : day.ToString(chinese, CultureInfo.GetCultureInfo("zh-CN"));

    private IEnumerable<(string Text, string? Hole)> Pieces(string key, (string Name, object? Value)[] values) =>
        Template.Pieces(Template.Number(book.Find(key, language), values));

    private string Plain((string Name, object? Value)[] values, (string Text, string? Hole) piece)
    {
        var at = Array.FindIndex(values, v => v.Name == piece.Hole);
        return at < 0 ? piece.Text : values[at].Value switch
        {
            null => "",
            int or long or short => Number(Convert.ToDouble(values[at].Value, CultureInfo.InvariantCulture), 0),
            double number => Number(number),
            DateOnly day => Day(day),
            DateTimeOffset instant => Minute(instant),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
    }
}
