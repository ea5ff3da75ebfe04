using System.Text;
using System.Text.RegularExpressions;

namespace CityLoom.City.Organizations;

/// <summary>
/// Brings the many ways in which documents write one body's name to one form: 武汉市发展和改革委员会, 市发展改革委 and 市发改委 all
/// become 市发改委.
/// </summary>
internal static partial class NameKey
{
    /// <summary>Customary abbreviations, long form first; order matters, because one may leave what the next shortens.</summary>
    private static readonly (string Long, string Short)[] Abbreviations =
    [
        ("人民代表大会常务委员会", "人大常委会"), ("人民政府", "政府"), ("街道办事处", "街道办"), ("社区居民委员会", "社区居委会"),
        ("发展和改革", "发改"), ("发展改革", "发改"), ("经济和信息化", "经信"), ("人力资源和社会保障", "人社"), ("人力资源社会保障", "人社"),
        ("卫生健康", "卫健"), ("卫生和计划生育", "卫计"), ("卫生计生", "卫计"), ("市场监督管理", "市场监管"), ("市场监督", "市场监管"),
        ("城市管理", "城管"), ("文化和旅游", "文旅"), ("文化旅游", "文旅"),
        ("自然资源和城乡建设", "自然资源城建"), ("自然资源和规划", "自规"), ("自然资源规划", "自规"), ("住房和城乡建设", "住建"), ("住房城乡建设", "住建"),
        ("住房和城市更新", "住房城市更新"), ("住房保障和房屋管理", "房管"), ("园林和林业", "园林林业"), ("水务和湖泊", "水务湖泊"),
        ("政务服务和数据", "政数"), ("应急管理", "应急"), ("医疗保障", "医保"), ("疾病预防控制", "疾控"), ("残疾人联合会", "残联"),
        ("国有资产监督管理", "国资"), ("交通运输", "交通"), ("退役军人事务", "退役军人"), ("消防救援支队", "消防救援局"),
        ("委员会", "委"), ("管理局", "局"), ("办公厅", "办"), ("办公室", "办"),
    ];

    /// <summary>The one form of a name.</summary>
    /// <param name="name">As written.</param>
    /// <param name="city">Name of the city with 市, such as 武汉市: 武汉市卫健委 and 市卫健委 are the same.</param>
    /// <param name="parts">Names of the districts: 武汉市江岸区卫健局 is 江岸区卫健局, not 市江岸区卫健局.</param>
    public static string Of(string name, string? city, IEnumerable<string> parts)
    {
        var key = Debris().Replace(name.Normalize(NormalizationForm.FormKC), "");
        foreach (var (full, brief) in Abbreviations)
        {
            key = key.Replace(full, brief, StringComparison.Ordinal);
        }

        key = key.StartsWith("中共", StringComparison.Ordinal) ? key[2..] : key;
        if (city is null || !key.StartsWith(city, StringComparison.Ordinal) || key.Length == city.Length)
        {
            return key;
        }

        var rest = key[city.Length..];
        return parts.Any(p => rest.StartsWith(p, StringComparison.Ordinal)) ? rest : "市" + rest;
    }

    [GeneratedRegex(@"[\s""'“”‘’「」《》·]")]
    private static partial Regex Debris();
}
