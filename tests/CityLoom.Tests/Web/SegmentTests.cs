using CityLoom.Web.Review;
using FsCheck;
using FsCheck.Fluent;

namespace CityLoom.Tests.Web;

public sealed class SegmentTests
{
    [Fact]
    public void Segments_cover_the_paragraph_once_and_say_rightly_which_spans_are_over_them() => Prop.ForAll(
        Arb.From(Gen.ListOf(Gen.Zip(Gen.Choose(0, 40), Gen.Choose(1, 20)))),
        pairs =>
        {
            SpanView[] spans = [.. pairs.Select((p, i) => Span(i, p.Item1, p.Item1 + p.Item2))];
            var segments = Segment.Cut(5, 45, spans);
            Assert.Equal(Enumerable.Range(5, 40), segments.SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start)));
            foreach (var segment in segments)
            {
                Assert.True(segment.End > segment.Start);
                for (var at = segment.Start; at < segment.End; at++)
                {
                    Assert.Equal(spans.Where(s => s.Start <= at && at < s.End).Select(s => s.Key).Order(), segment.Covering.Select(s => s.Key).Order());
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_span_in_another_is_the_inner_one_and_each_begins_and_ends_once()
    {
        var segments = Segment.Cut(0, 20, [Span(1, 2, 18), Span(2, 10, 18)]);
        Assert.Equal([(0, 2), (2, 10), (10, 18), (18, 20)], segments.Select(s => (s.Start, s.End)));
        Assert.Equal([null, "1", "2", null], segments.Select(s => s.Inner?.Key));
        Assert.Equal(["1", "2"], segments.SelectMany(s => s.Starting).Select(s => s.Key));
        Assert.Equal(["1", "2"], segments[2].Ending.Select(s => s.Key));
    }

    private static SpanView Span(int key, int start, int end) => new($"{key}", key, start, end, SpanKind.Action, SpanStatus.Pending, "", "");
}
