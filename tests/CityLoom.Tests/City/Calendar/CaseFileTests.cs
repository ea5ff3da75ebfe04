using CityLoom.City.Calendar;

namespace CityLoom.Tests.City.Calendar;

public sealed class CaseFileTests
{
    private readonly List<RowProblem> _bad = [];
    private readonly List<RowProblem> _notes = [];

    [Fact]
    public void The_input_columns_stay_as_they_are_and_due_is_added()
    {
        var answers = Answer("\uFEFFcase,pauses,note,term,accepted\r\n\"a,1\",,\"say \"\"hi\"\"\",days:3,2024-02-05\r\n");
        Assert.Equal("case,pauses,note,term,accepted,due\n\"a,1\",,\"say \"\"hi\"\"\",days:3,2024-02-05,2024-02-08\n", answers);
        Assert.Empty(_bad);
    }

    [Theory]
    [InlineData("2024-02-05 09:00", "2024-02-05 10:00")]
    [InlineData("2024-02-05T09:00", "2024-02-05T10:00")]
    [InlineData("2024-02-05T09:00:00", "2024-02-05T10:00")]
    [InlineData("2024-02-05", "2024-02-05 10:00")]
    [InlineData("2024-02-04 24:00", "2024-02-05 10:00")]
    public void A_due_minute_is_written_as_its_acceptance_was(string accepted, string due) =>
        Assert.EndsWith($",{due}\n", Answer($"case,accepted,term,pauses\nx,{accepted},mins:60,\n"));

    [Fact]
    public void Pauses_are_read_with_spaces_seconds_days_alone_and_a_trailing_semicolon() => Assert.EndsWith(",2024-02-09\n", Answer(
        "case,accepted,term,pauses\nx,2024-02-05 10:00,days:3, 2024-02-07 ~ 2024-02-07T12:00:00 ; 2024-02-07 12:00~2024-02-08;\n"));

    [Theory]
    [InlineData("2024-02-30 10:00,days:3,", "accepted '2024-02-30 10:00' is not a moment")]
    [InlineData(",days:3,", "accepted is empty")]
    [InlineData("2024-02-05 10:00+08:00,days:3,", "not a moment")]
    [InlineData("1024-02-05,days:3,", "not a moment")]
    [InlineData("2024-02-05,3 days,", "not a term")]
    [InlineData("2024-02-05,days:-1,", "negative")]
    [InlineData("2024-02-05,days:3,2024-02-06", "not start~end")]
    [InlineData("2024-02-05,days:3,~2024-02-06", "start '' is not a moment")]
    [InlineData("2024-02-05,days:3,2024-02-06~soon", "end 'soon' is not a moment")]
    [InlineData("2024-02-05,days:3,2024-02-07~2024-02-06", "ends before it starts")]
    [InlineData("2024-02-05,days:3,,extra", "5 fields, the header 4")]
    public void A_wrong_row_is_named_and_written_without_a_due(string row, string reason)
    {
        var lines = Answer($"case,accepted,term,pauses\nfirst,2024-02-05,days:3,\n\nwrong,{row}\nlast,2024-02-05,days:3,\n").Split('\n');
        Assert.EndsWith(",2024-02-08", lines[1]);
        Assert.StartsWith("wrong,", lines[2]);
        Assert.EndsWith(",", lines[2]);
        Assert.EndsWith(",2024-02-08", lines[3]);
        var problem = Assert.Single(_bad);
        Assert.Equal(4, problem.Line);
        Assert.Contains(reason, problem.Problem);
    }

    [Fact]
    public void Broken_quoting_is_named()
    {
        Answer("case,accepted,term,pauses\nx,2024-02-05,days:3,\"2024\ny,2024-02-05,days:3,\n");
        Assert.Contains("never closed", Assert.Single(_bad).Problem);
    }

    [Fact]
    public void A_header_without_its_columns_is_refused()
    {
        Assert.Equal("", Answer("case,accepted\nx,2024-02-05\n"));
        Assert.Contains("lacks term, pauses", Assert.Single(_bad).Problem);
    }

    [Fact]
    public void Provisional_and_suspended_rows_are_noted_and_flagged_only_when_asked()
    {
        const string cases = "case,accepted,term,pauses\nx,2026-12-30,days:3,\ny,2024-02-05,days:3,2024-02-07~\nz,2024-02-05,days:3,\n";
        Assert.Equal("case,accepted,term,pauses,due", Answer(cases).Split('\n')[0]);
        Assert.Equal([2, 3], _notes.Select(n => n.Line));
        Assert.Contains("provisional", _notes[0].Problem);
        Assert.Contains("suspended", _notes[1].Problem);
        Assert.Equal(
            ["x,2026-12-30,days:3,,2027-01-04,1", "y,2024-02-05,days:3,2024-02-07~,,", "z,2024-02-05,days:3,,2024-02-08,0"],
            Answer(cases, flags: true).Split('\n')[1..4]);
        Assert.Empty(_bad);
    }

    private string Answer(string cases, bool flags = false)
    {
        var answers = new StringWriter();
        CaseFile.Answer(new StringReader(cases), answers, Wuhan.Time, flags, _bad.Add, _notes.Add);
        return answers.ToString();
    }
}
