namespace CityLoom.Reading.Grammar;

/// <summary>Reads the clean text of a directive: segments, headings, kinds and attributes.</summary>
public static class DirectiveGrammar
{
    /// <summary>Reads a clean text in linear time; never fails, a text of another genre simply has few measures.</summary>
    /// <param name="clean">The clean text, one paragraph a line.</param>
    /// <param name="explain">Whether each measure carries the rules that made it; costs nothing when off.</param>
    public static DirectiveReading Read(CleanText clean, bool explain = false)
    {
        var text = clean.Text;
        var mates = Mates.Of(text);
        var lexed = new LexedText(text);
        var lines = LineReader.Read(lexed, mates);
        var draft = new Draft { Lexed = lexed, Mates = mates, Lines = lines, Kind = KindOfDocument.Of(text, lines), Explain = explain };
        var facts = DocumentFactsReader.Read(draft);
        var measures = new Ledger(draft, DocumentFactsReader.DayOf(draft, facts)).Read();
        var bodies = BodyReader.Read(draft, facts, measures);
        return new DirectiveReading(clean, facts, measures, FrameworkReader.Read(draft), bodies, []);
    }
}
