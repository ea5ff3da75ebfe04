namespace CityLoom.City.Territories;

/// <summary>Writes a territory's name without its suffixes: 江岸 for 江岸区, 大智街 and 大智 for 大智街道.</summary>
internal static class TerritoryNames
{
    private const int ShortestStem = 2;

    private static readonly string[] District = ["区", "县", "市"];

    private static readonly string[] Street = ["街道办事处", "街道办", "办事处", "街道", "街", "镇", "乡"];

    private static readonly string[] Community =
        ["居民委员会", "村民委员会", "居委会", "村委会", "社区", "村"];

    private static readonly string[] Any = ["市", .. District, .. Street, .. Community, "网格"];

    /// <summary>Every way to write a name of this level by leaving suffixes out, the name itself first.</summary>
    public static IEnumerable<string> Forms(string name, TerritoryLevel level) => Forms(name, level switch
    {
        TerritoryLevel.City => ["市"],
        TerritoryLevel.District => District,
        TerritoryLevel.Street => Street,
        TerritoryLevel.Community => Community,
        _ => ["网格"],
    });

    /// <summary>The same where the level is not known.</summary>
    public static IEnumerable<string> Forms(string name) => Forms(name, Any);

    private static List<string> Forms(string name, string[] suffixes)
    {
        var forms = new List<string> { name };
        if (name.EndsWith("街道", StringComparison.Ordinal))
        {
            forms.Add(name[..^1]);
        }

        for (var i = 0; i < forms.Count; i++)
        {
            foreach (var suffix in suffixes)
            {
                var stem = forms[i].EndsWith(suffix, StringComparison.Ordinal) ? forms[i][..^suffix.Length] : "";
                if (stem.Length >= ShortestStem && !forms.Contains(stem))
                {
                    forms.Add(stem);
                }
            }
        }

        return forms;
    }
}
