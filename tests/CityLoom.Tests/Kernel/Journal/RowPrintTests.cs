using CityLoom.Kernel.Journal;

namespace CityLoom.Tests.Kernel.Journal;

/// <summary>Whatever two sets of rows differ in, their fingerprints differ in; but not in the order of the rows.</summary>
public sealed class RowPrintTests
{
    [Fact]
    public void The_order_of_rows_does_not_matter() => Assert.Equal(
        Of(p => p.Row(0).Add(1).Add("路灯").Row(0).Add(2).Add("井盖")),
        Of(p => p.Row(0).Add(2).Add("井盖").Row(0).Add(1).Add("路灯")));

    [Fact]
    public void Every_other_difference_does()
    {
        string[] prints =
        [
            Of(p => p.Row(0).Add("ab").Add("c")), Of(p => p.Row(0).Add("a").Add("bc")), Of(p => p.Row(0).Add("abc")), Of(p => p.Row(1).Add("abc")),
            Of(p => p.Row(0).Add("")), Of(p => p.Row(0).Add((string?)null)), Of(p => p.Row(0)), Of(p => p.Row(0).Add("").Row(0).Add("")),
            Of(p => p.Row(0).Add("a").Row(0).Add("b")), Of(p => p.Row(0).Add("a").Add("b")), Of(p => p.Row(0).Add(12)), Of(p => p.Row(0).Add(1.2)),
            Of(p => p.Row(0).Add(12).Add((long?)null)), Of(p => p.Row(0).Add([1, 2])), Of(p => p.Row(0).Add([2, 1])), Of(p => p.Row(0).Add(new string('长', 100_000))),
        ];

        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.All(prints, p => Assert.Equal(64, p.Length));
    }

    [Fact]
    public void Flags_instants_and_dates_count_as_they_are_stored()
    {
        var at = new DateTimeOffset(2026, 3, 2, 8, 30, 0, 125, TimeSpan.FromHours(8));

        Assert.Equal(Of(p => p.Row(0).Add(1).Add(0).Add(at.ToUnixTimeMilliseconds()).Add("2026-03-02")), Of(p => p.Row(0).Add((bool?)true).Add((bool?)false).Add((DateTimeOffset?)at).Add((DateOnly?)new DateOnly(2026, 3, 2))));
    }

    [Fact]
    public void Nothing_is_told_apart_from_an_empty_row()
    {
        Assert.True(new RowPrint().IsEmpty);
        Assert.False(new RowPrint().Row(0).IsEmpty);
    }

    private static string Of(Action<RowPrint> add)
    {
        var print = new RowPrint();
        add(print);
        return print.ToString();
    }
}
