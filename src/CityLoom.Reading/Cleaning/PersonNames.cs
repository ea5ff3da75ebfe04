namespace CityLoom.Reading.Cleaning;

/// <summary>Tells whether words are nothing but names of persons, as newsrooms put them at the end; offices are not.</summary>
internal static class PersonNames
{
    private const string OfficeEndings = "局委办部院厅会处室中心科所站队政府区县市乡镇街道社单位司校";

    public static bool Are(ReadOnlySpan<char> words)
    {
        var names = 0;
        foreach (var range in words.SplitAny(" 　、\u00A0"))
        {
            var word = words[range];
            if (word.IsEmpty)
            {
                continue;
            }
            if (!IsName(word))
            {
                return false;
            }
            names++;
        }
        return names > 0;
    }

    private static bool IsName(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 4 && ChromeTable.Instance.Surnames.Contains(word[0]) && !OfficeEndings.Contains(word[^1], StringComparison.Ordinal);
}
