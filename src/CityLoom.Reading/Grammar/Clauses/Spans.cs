namespace CityLoom.Reading.Grammar;

/// <summary>Turns units into spans: an act takes its means along, neighbouring principles become one.</summary>
internal static class Spans
{
    public static List<Unit> Of(Draft draft, List<Unit> units)
    {
        var spans = new List<Unit>(units.Count);
        foreach (var unit in units)
        {
            if (unit.MeansStart >= 0 && (draft.IsPlan || unit.Kind == MeasureKind.Principle || !Exhorts(draft, unit.MeansStart)))
            {
                unit.Start = Math.Min(unit.Start, unit.MeansStart);
            }
            else if (unit.MeansStart >= 0)
            {
                AddMeans(draft, spans, unit);
            }
            if (spans.Count > 0 && Joins(spans[^1], unit))
            {
                spans[^1].End = unit.End;
                if (unit.Notes is not null)
                {
                    spans[^1].Notes?.AddRange(unit.Notes);
                }
            }
            else
            {
                spans.Add(unit);
            }
        }
        return spans;
    }

    // 发挥…作用 and 紧盯…不放松 in a report are exhortations of their own.
    private static bool Exhorts(Draft draft, int at)
    {
        var words = draft.Text.AsSpan(at);
        var stop = words.IndexOfAny("，,。；;");
        var clause = stop < 0 ? words : words[..stop];
        return words.StartsWith("发挥") || words.StartsWith("充分发挥") || clause.EndsWith("不放松") || clause.EndsWith("不动摇")
            || clause.EndsWith("不松劲") || clause.EndsWith("不懈怠") || clause.EndsWith("这个牛鼻子") || clause.EndsWith("“牛鼻子”");
    }

    private static void AddMeans(Draft draft, List<Unit> spans, Unit unit)
    {
        var end = Math.Max(unit.Start - 1, unit.MeansStart);
        while (end > unit.MeansStart && draft.Text[end - 1] is '，' or ',' or ' ')
        {
            end--;
        }
        var means = new Unit { Start = unit.MeansStart, End = end, Head = unit.Head, Kind = MeasureKind.Principle,
            Notes = unit.Notes is null ? null : [new RuleNote("kind.means", draft.Text[unit.MeansStart..end])] };
        if (end <= unit.MeansStart || unit.Start <= unit.MeansStart)
        {
            return;
        }
        if (spans.Count > 0 && Joins(spans[^1], means))
        {
            spans[^1].End = end;
        }
        else
        {
            spans.Add(means);
        }
    }

    private static bool Joins(Unit before, Unit unit) =>
        before.Kind == MeasureKind.Principle && unit.Kind == MeasureKind.Principle
        && before.Head.Sentence == unit.Head.Sentence && before.Head.Part == unit.Head.Part && unit.Start >= before.End;
}
