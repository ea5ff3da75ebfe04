using System.CommandLine;
using CityLoom.City.Calendar;

namespace CityLoom.Verbs;

/// <summary><c>cityloom calendar</c>: due dates in working time, and the calendar to look at.</summary>
internal static class CalendarVerb
{
    private static readonly Option<FileInfo> Exceptions = new("--exceptions")
    {
        Description = "与周一至周五不同的日子，CSV 列 date,working,kind（1 调休上班，0 放假）/ the days that differ from Monday–Friday",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var calendar = new Command("calendar", "工作日历 / working calendar: due dates with holidays, make-up working days and pauses");
        calendar.Add(Due(terminal));
        calendar.Add(Show(terminal));
        calendar.Add(ImportNotice.Create(terminal));
        return calendar;
    }

    private static Command Due(Terminal terminal)
    {
        var cases = new Option<FileInfo>("--cases")
        {
            Description = "要计算的事项，CSV 列 case,accepted,term,pauses / the cases",
            HelpName = "FILE",
            Required = true,
        };
        var answers = new Option<string>("--out")
        {
            Description = "结果文件，原样各列加 due；- 表示标准输出 / the same rows with their due; - for standard output",
            HelpName = "FILE",
            Required = true,
        };
        var flags = new Option<bool>("--flags") { Description = "另加 provisional 列 / add a column provisional" };
        var hours = new Option<string>("--hours")
        {
            Description = "办公时间 / office hours",
            DefaultValueFactory = _ => OfficeHours.Default.ToString(),
        };
        var zone = new Option<string>("--zone") { Description = "时区 / time zone", DefaultValueFactory = _ => "Asia/Shanghai" };
        var due = new Command("due", AboutDue) { Exceptions, cases, answers, flags, hours, zone };
        due.SetAction(parsed => new AnswerCases(terminal, parsed.GetRequiredValue(hours), parsed.GetRequiredValue(zone), parsed.GetValue(flags))
            .Run(parsed.GetRequiredValue(Exceptions), parsed.GetRequiredValue(cases), parsed.GetRequiredValue(answers)));
        return due;
    }

    private static Command Show(Terminal terminal)
    {
        var month = new Option<string?>("--month") { Description = "某一个月，如 2026-02；不写则逐年汇总 / one month; without it a line for each year", HelpName = "YYYY-MM" };
        var show = new Command("show", "查看某月或各年的工作日 / print a month, or the years the calendar covers") { Exceptions, month };
        show.SetAction(parsed => ShowCalendar.Run(terminal, parsed.GetRequiredValue(Exceptions), parsed.GetValue(month)));
        return show;
    }

    private const string AboutDue = """
        按工作日历批量计算到期时间
          Computes many due dates in working time.

        term 为 days:N（受理当日不计，第 N 个工作日 24:00 止）或 mins:N（只在工作日办公时间内走）
          term is days:N (the day of acceptance is not counted, the clock ends at 24:00 of the Nth working day)
          or mins:N (running in office hours of working days only)
        pauses 为 start~end;start~end，本地时间，半开区间，期间时钟停走，停走的工作时间如数顺延；空的 end 表示尚未恢复，到期未知
          pauses are start~end;start~end in local time, half-open; the clock stands still and the working time is given
          back in full; an empty end means not resumed, due unknown
        超出日历有效期的按普通周计算，并在标准错误中提示
          A due beyond the years the calendar covers rests on plain weeks and is named on standard error.

        示例 / Examples:
          cityloom calendar due --exceptions workdays.csv --cases cases.csv --out due.csv
          cityloom calendar due --exceptions workdays.csv --cases cases.csv --out - --hours 08:30-12:00,14:00-17:30

        退出码 / Exit codes: 0 完成 done, 1 有行无法理解 some rows not understood, 2 用法有误 wrong usage
        """;
}
