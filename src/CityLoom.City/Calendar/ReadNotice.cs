using System.Text;
using CityLoom.Kernel;

namespace CityLoom.City.Calendar;

/// <summary>Reads a notice that somebody sent as CSV, whole or not at all.</summary>
public static class ReadNotice
{
    private const int Shown = 10;
    private const int LargestFile = 1024 * 1024;

    /// <summary>The days of the notice, or one refusal that names the wrong lines.</summary>
    public static Outcome<IReadOnlyList<CalendarException>> From(string text)
    {
        if (text.Length > LargestFile)
        {
            return Bad("文件太大；节假日通知不超过 1 MB。", "The file is too large; a notice has at most 1 MB.");
        }

        var (days, problems) = CalendarFile.Read(new StringReader(text.TrimStart('\uFEFF')));
        if (problems.Count > 0)
        {
            var lines = string.Join('\n', problems.Take(Shown));
            return Bad($"未导入；有 {problems.Count} 行读不懂：\n{lines}", $"Nothing was imported; {problems.Count} lines can't be read:\n{lines}");
        }

        return days.Count == 0
            ? Bad("文件里没有日期；列名为 date,working,kind。", "The file names no day; its columns are date,working,kind.")
            : days.ToList();
    }

    /// <summary>The same from bytes; a file that is not UTF-8 is read as GB 18030.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }

    private static Refusal Bad(string words, string english) => new("calendar.file", words, english, 400);
}
