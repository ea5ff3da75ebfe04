using System.Text.RegularExpressions;
using CityLoom.Web.Maps;

namespace CityLoom.Tests.Web;

public sealed partial class CityMapTests
{
    // A jagged border from south to north at 114.5 degrees.
    private static readonly MapPoint[] Border = [.. Enumerable.Range(0, 101).Select(i => new MapPoint(114.5 + (i is 0 or 100 ? 0 : i % 7 * 0.004), 30 + i * 0.01))];

    [Fact]
    public void Neighbours_keep_the_same_border_when_it_is_simplified()
    {
        var map = CityMap.Of([West, East]);
        var (west, east) = (Points(map.Whole.Shapes[0].Path), Points(map.Whole.Shapes[1].Path));
        var shared = west.Intersect(east).ToList();
        Assert.InRange(shared.Count, 3, 100);
        Assert.Equal(4, west.Except(east).Count() + east.Except(west).Count());
    }

    [Fact]
    public void A_label_stands_inside_its_area_and_no_inset_is_needed_where_all_fit()
    {
        var map = CityMap.Of([West, East]);
        Assert.Null(map.Inset);
        Assert.True(map.Whole.Shapes[0].Label!.Value.X < map.Whole.Width / 2);
        Assert.True(map.Whole.Shapes[1].Label!.Value.X > map.Whole.Width / 2);
    }

    [Fact]
    public void Areas_too_small_for_a_label_are_drawn_larger_beside_it()
    {
        var small = Enumerable.Range(0, 9).Select(i => Square($"s{i}", 114.45 + i % 3 * 0.02, 30.45 + i / 3 * 0.02, 0.02)).ToList();
        var map = CityMap.Of([Square("big", 114, 31.1, 1), .. small, Square("south", 114, 29.2, 1)]);
        Assert.NotNull(map.Inset);
        Assert.NotNull(map.Whole.Frame);
        Assert.All(small, region => Assert.NotNull(map.Inset.Shapes.Single(s => s.Region == region).Label));
    }

    [Theory]
    [InlineData(new[] { 2.1, 9.6, 5.0 }, new[] { 2.0, 4, 6, 8 })]
    [InlineData(new[] { 5.0, 5.0 }, new[] { 2.0, 3, 4, 5 })]
    [InlineData(new[] { 0, 7.1, 10, 27.3 }, new[] { 5.0, 10, 15, 20 })]
    [InlineData(new double[0], new[] { 1.0, 2, 3, 4 })]
    public void Classes_part_at_round_numbers_and_the_worst_is_in_the_last(double[] values, double[] breaks)
    {
        var classes = Classes.For(values);
        Assert.Equal(breaks, classes.Breaks);
        Assert.True(values.Length == 0 || classes.Of(values.Max()) == 5);
    }

    private static Region West => new("w", "西区", "西", [[new(114, 30), .. Border, new(114, 31), new(114, 30)]]);

    private static Region East => new("e", "东区", "东", [[.. Border.Reverse(), new(115, 30), new(115, 31), Border[^1]]]);

    private static Region Square(string code, double x, double y, double side) =>
        new(code, code, code, [[new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)]]);

    private static HashSet<string> Points(string path) => [.. Pairs().Matches(path).Select(m => m.Value)];

    [GeneratedRegex(@"-?[\d.]+ -?[\d.]+")]
    private static partial Regex Pairs();
}
