namespace CityLoom.Reading.Grammar;

/// <summary>Reads every span of a document.</summary>
internal static class Ledger
{
    public static List<Measure> Read(Draft draft)
    {
        var measures = new List<Measure>();
        var passages = new PassageReader(draft);
        foreach (var line in draft.Lines)
        {
            if (line.Kind == LineKind.Body)
            {
                foreach (var span in Spans.Of(draft, passages.Read(line)))
                {
                    measures.Add(new Measure
                    {
                        Text = draft.Text[span.Start..span.End],
                        Start = span.Start,
                        End = span.End,
                        Kind = span.Kind,
                        Verb = draft.Text[span.Head.VerbStart..span.Head.VerbEnd],
                        Explanation = span.Notes,
                    });
                }
            }
        }
        return measures;
    }
}
