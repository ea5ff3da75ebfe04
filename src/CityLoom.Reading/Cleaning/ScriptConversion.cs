namespace CityLoom.Reading.Cleaning;

/// <summary>
/// Traditional to Simplified script, the longest phrase first, then single characters. It is run on every document, since
/// Simplified pages hold stray Traditional characters too; characters that no reader sees are dropped on the way.
/// </summary>
internal static class ScriptConversion
{
    public static TracedText Apply(TracedText text)
    {
        var table = ScriptTable.Instance;
        var first = FirstChange(text.Text, table);
        return first < 0 ? text : Convert(text, first, table);
    }

    private static int FirstChange(string text, ScriptTable table)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsInvisible(c) || (!table.Passes(c) && Changes(text.AsSpan(i), table)))
            {
                return i;
            }
        }
        return -1;
    }

    private static bool Changes(ReadOnlySpan<char> text, ScriptTable table) =>
        table.PhraseAt(text) is { } phrase ? phrase.From != phrase.To : table.Single(text[0]) != 0;

    private static TracedText Convert(TracedText text, int start, ScriptTable table)
    {
        var source = text.Text;
        var built = new TracedTextBuilder(source.Length);
        built.Append(text, 0, start);
        for (var i = start; i < source.Length;)
        {
            var plain = PlainLength(source, i, table);
            built.Append(text, i, i + plain);
            i += plain;
            i += i < source.Length ? AppendChanged(built, text, i, table) : 0;
        }
        return built.Build();
    }

    private static int PlainLength(string source, int start, ScriptTable table)
    {
        var i = start;
        while (i < source.Length && table.Passes(source[i]) && !IsInvisible(source[i]))
        {
            i++;
        }
        return i - start;
    }

    /// <summary>Adds what stands for the unit or phrase at <paramref name="i"/> and returns how many units that used up.</summary>
    private static int AppendChanged(TracedTextBuilder built, TracedText text, int i, ScriptTable table)
    {
        var c = text.Text[i];
        if (IsInvisible(c))
        {
            return 1;
        }
        if (table.PhraseAt(text.Text.AsSpan(i)) is not { } phrase)
        {
            built.Append(table.Single(c) is var single and not '\0' ? single : c, text.SourceOffset(i));
            return 1;
        }
        for (var k = 0; k < phrase.To.Length; k++)
        {
            built.Append(phrase.To[k], text.SourceOffset(i + Math.Min(k, phrase.From.Length - 1)));
        }
        return phrase.From.Length;
    }

    private static bool IsInvisible(char c) =>
        c is (< ' ' and not ('\t' or '\n' or '\r' or '\v' or '\f')) or '\x7F' or '\u00AD' or (>= '\u200B' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF';
}
