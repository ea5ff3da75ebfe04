using System.Text;

namespace CityLoom.Requests.Intake;

/// <summary>Tidies what people send: blanks trimmed, control characters and broken surrogates taken out.</summary>
internal static class Text
{
    /// <summary>The text tidied; null when nothing is left.</summary>
    public static string? OrNull(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var tidy = NeedsMending(text) ? Mend(text) : text;
        tidy = tidy.Trim();
        return tidy.Length == 0 ? null : tidy;
    }

    private static bool NeedsMending(string text)
    {
        foreach (var c in text)
        {
            if (IsOdd(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Neither database nor XML can hold control characters and half characters.</summary>
    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not 0xFFFD and not 0xFFFE and not 0xFFFF && !(rune.IsBmp && IsOdd((char)rune.Value)))
            {
                mended.Append(rune);
            }
        }

        return mended.ToString();
    }

    private static bool IsOdd(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is '\uFFFE' or '\uFFFF';
}
