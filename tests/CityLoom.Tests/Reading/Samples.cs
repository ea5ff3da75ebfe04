using System.Text;

namespace CityLoom.Tests.Reading;

/// <summary>Texts of our own making, about a city that does not exist.</summary>
internal static class Samples
{
    public const string Report = """
        云川市召开城市治理工作推进会
        3月5日下午，云川市召开城市治理工作推进会，研究部署今年的重点任务。市长出席会议并讲话。
        会议强调，要织密社区服务网，年底前新建三十个便民服务站。市民政局牵头，各区人民政府配合，每月公布一次进度。
        会议要求，各区要建立问题清单，六月底前完成第一轮排查，确保老旧小区燃气管道全部更换。
        """;

    public const string Traditional = """
        雲川市召開城市治理工作推進會
        會議強調，要織密社區服務網，年底前新建三十個便民服務站。市民政局牽頭，各區人民政府配合，每月公佈一次進度。
        會議要求，各區要建立問題清單，六月底前完成第一輪排查，確保老舊小區燃氣管道全部更換。
        """;

    /// <summary>A code page encoding such as GB18030 or Big5.</summary>
    public static Encoding CodePage(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
