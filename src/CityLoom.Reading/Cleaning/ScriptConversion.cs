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
        return text.Text.AsSpan().ContainsAny(table.Signs) ? InPlace(text, table) ?? Convert(text, table) : text;
    }

    /// <summary>The conversion unit for unit, as nearly always; null where a unit has to go or a phrase changes its length.</summary>
    private static TracedText? InPlace(TracedText text, ScriptTable table)
    {
        var source = text.Text;
        var units = source.ToCharArray();
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (table.Passes(c))
            {
                continue;
            }
            if (ScriptTable.IsInvisible(c))
            {
                return null;
            }
            if (table.PhraseAt(source.AsSpan(i)) is not { } phrase)
            {
                units[i] = table.Single(c) is var single and not '\0' ? single : c;
                continue;
            }
            if (phrase.To.Length != phrase.From.Length)
            {
                return null;
            }
            phrase.To.CopyTo(0, units, i, phrase.To.Length);
            i += phrase.From.Length - 1;
        }
        return text.WithUnits(new string(units));
    }

    private static TracedText Convert(TracedText text, ScriptTable table)
    {
        var source = text.Text;
        var built = new TracedTextBuilder(source.Length);
        for (var i = 0; i < source.Length;)
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
        while (i < source.Length && table.Passes(source[i]))
        {
            i++;
        }
        return i - start;
    }

    /// <summary>Adds what stands for the unit or phrase at <paramref name="i"/> and returns how many units that used up.</summary>
    private static int AppendChanged(TracedTextBuilder built, TracedText text, int i, ScriptTable table)
    {
        var c = text.Text[i];
        if (ScriptTable.IsInvisible(c))
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
}
