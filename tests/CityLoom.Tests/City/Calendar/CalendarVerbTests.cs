using CityLoom.Tests.Reading;
using CityLoom.Tests.Reading.Verb;

namespace CityLoom.Tests.City.Calendar;

public sealed class CalendarVerbTests : IDisposable
{
    private const string Cases = "case,accepted,term,pauses\na,2024-02-09 17:00,days:5,\nb,2024-02-09T17:00,mins:60,\n";
    private const string Answers = "case,accepted,term,pauses,due\na,2024-02-09 17:00,days:5,,2024-02-22\nb,2024-02-09T17:00,mins:60,,2024-02-18T09:30\n";

    private static readonly string Workdays = Path.Combine(Repository.Root, "demo", "calendar", "workdays-2018-2026.csv");

    private readonly string _folder = Directory.CreateTempSubdirectory("cityloom-calendar-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Due_dates_go_to_a_file_and_nothing_else_is_left_beside_it()
    {
        var output = Path.Combine(_folder, "due.csv");
        var result = Due(Write("cases.csv", Cases), output);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("2 rows: 0 not understood, 0 provisional, 0 suspended", result.Errors.Trim());
        Assert.Equal(Answers, File.ReadAllText(output));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Due_dates_go_to_standard_output() => Assert.Equal(Answers, Due(Write("cases.csv", Cases), "-").Output);

    [Fact]
    public void A_wrong_row_is_named_on_standard_error_and_ends_with_code_1()
    {
        var result = Due(Write("cases.csv", Cases + "c,yesterday,days:1,\n"), "-");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("cases.csv: line 4: accepted 'yesterday'", result.Errors);
        Assert.EndsWith("c,yesterday,days:1,,\n", result.Output);
    }

    [Fact]
    public void Office_hours_are_a_setting() => Assert.EndsWith(
        "2024-02-18T08:30\n", Due(Write("cases.csv", Cases), "-", "--hours", "08:00-12:00,14:00-17:30").Output);

    [Fact]
    public void A_wrong_calendar_answers_nothing_and_names_every_line()
    {
        var wrong = Write("exceptions.csv", "date,working,kind\n2026-02-30,0,x\n2026-03-01,2,x\n");
        var result = CityLoomProcess.Run(["calendar", "due", "--exceptions", wrong, "--cases", Write("cases.csv", Cases), "--out", "-"]);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("exceptions.csv: line 2:", result.Errors);
        Assert.Contains("exceptions.csv: line 3:", result.Errors);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var result = Due(Path.Combine(_folder, "nowhere.csv"), "-");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nowhere.csv", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
    }

    [Theory]
    [InlineData("--hours", "9-5")]
    [InlineData("--zone", "Middle-earth/Shire")]
    public void A_wrong_setting_is_wrong_usage(string option, string value)
    {
        var result = Due(Write("cases.csv", Cases), "-", option, value);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(value, result.Errors);
    }

    [Fact]
    public void A_month_is_shown_with_its_moved_days()
    {
        var result = CityLoomProcess.Run(["calendar", "show", "--exceptions", Workdays, "--month", "2026-02"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("16 个工作日", result.Output);
        Assert.Contains("14班", result.Output);
        Assert.Contains("16休17休18休19休20休", result.Output);
    }

    [Fact]
    public void Without_a_month_each_year_has_a_line()
    {
        var result = CityLoomProcess.Run(["calendar", "show", "--exceptions", Workdays]);
        Assert.Contains("2018-01-01 – 2026-12-31", result.Output);
        Assert.Equal(9, result.Output.Split('\n').Count(line => line.StartsWith("20")));
    }

    private static CityLoomProcess.Result Due(string cases, string output, params string[] more) =>
        CityLoomProcess.Run(["calendar", "due", "--exceptions", Workdays, "--cases", cases, "--out", output, .. more]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
