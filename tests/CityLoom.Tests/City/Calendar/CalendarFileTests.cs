using CityLoom.City.Calendar;

namespace CityLoom.Tests.City.Calendar;

public sealed class CalendarFileTests
{
    [Fact]
    public void Columns_come_in_any_order_with_a_byte_order_mark_and_an_extra_one()
    {
        var (exceptions, problems) = CalendarFile.Read(new StringReader("\uFEFFKind,note,Date,working\r\n\"调休, 上班\",x,2026-02-14,1\r\n"));
        Assert.Empty(problems);
        Assert.Equal(new CalendarException(new(2026, 2, 14), true, "调休, 上班"), Assert.Single(exceptions));
    }

    [Theory]
    [InlineData("2026-02-30,0,x", "line 3", "2026-02-30")]
    [InlineData("16.2.2026,0,x", "line 3", "16.2.2026")]
    [InlineData("2026-02-17,yes,x", "line 3", "'yes'")]
    [InlineData("2026-02-17,,x", "line 3", "''")]
    [InlineData("0026-02-17,0,x", "line 3", "1900")]
    [InlineData("2026-02-16,0,x", "line 3", "second time, first in line 2")]
    [InlineData("2026-02-16,1,x", "line 3", "line 2 says a holiday")]
    [InlineData("\"2026-02-17,0,x", "line 3", "never closed")]
    public void A_wrong_line_is_named_with_its_number_and_reason(string row, string line, string reason)
    {
        var (_, problems) = CalendarFile.Read(new StringReader($"date,working,kind\n2026-02-16,0,Spring Festival\n{row}\n"));
        Assert.Contains(problems, p => p.ToString().StartsWith(line) && p.Problem.Contains(reason));
    }

    [Fact]
    public void Every_wrong_line_is_named_not_only_the_first()
    {
        var (_, problems) = CalendarFile.Read(new StringReader("date,working\nx,0\n\n2026-01-01,0\ny,1\n"));
        Assert.Equal([2, 5], problems.Select(p => p.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("day,works\n2026-01-01,0\n")]
    public void A_file_without_its_columns_says_which_it_needs(string text)
    {
        var (_, problems) = CalendarFile.Read(new StringReader(text));
        Assert.Contains("date,working,kind", Assert.Single(problems).Problem);
    }
}
