namespace CityLoom.Reading.Grammar;

/// <summary>Turns units into spans: an act takes its means along, neighbouring principles become one.</summary>
internal static class Spans
{
    public static List<Unit> Of(Draft draft, List<Unit> units)
    {
        var spans = new List<Unit>(units.Count);
        foreach (var unit in units)
        {
            if (unit.MeansStart >= 0)
            {
                unit.Start = Math.Min(unit.Start, unit.MeansStart);
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

    private static bool Joins(Unit before, Unit unit) =>
        before.Kind == MeasureKind.Principle && unit.Kind == MeasureKind.Principle
        && before.Head.Sentence == unit.Head.Sentence && before.Head.Part == unit.Head.Part && unit.Start >= before.End;
}
