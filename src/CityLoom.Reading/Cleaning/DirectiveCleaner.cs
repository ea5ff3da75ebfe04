using CityLoom.Reading.Sources;

namespace CityLoom.Reading.Cleaning;

/// <summary>
/// Makes the text a person should see out of a file's text. Each step only takes away or converts, nothing is invented,
/// and all together take time in proportion to the length.
/// </summary>
internal static class DirectiveCleaner
{
    public static Outcome<CleanText> Clean(SourceText source)
    {
        var text = source.Format == SourceFormat.Text ? MarkupDebris.Remove(source.Traced) : source.Traced;
        text = ScriptConversion.Apply(PinyinDebris.Remove(text));
        var page = new Page(text, LineBreaks.Split(text.Text));
        var tooLong = page.Lines.FindIndex(line => line.Length > SourceLimits.ParagraphCharacters);
        if (tooLong >= 0)
        {
            return Refusals.ParagraphTooLong(tooLong + 1, SourceLimits.ParagraphCharacters);
        }
        PageChrome.Remove(page);
        Credits.Remove(page);
        Dateline.Remove(page);
        RepeatedLead.Remove(page);
        return page.Build();
    }
}
