using CityLoom.Reading;

namespace CityLoom.Directives;

/// <summary>The kinds of document as the field calls them.</summary>
internal static class DirectiveKinds
{
    public static string Name(DocumentKind kind) => kind switch
    {
        DocumentKind.MeetingReport => "会议报道",
        DocumentKind.Resolution => "决议",
        DocumentKind.Report => "报告",
        DocumentKind.Plan => "方案",
        DocumentKind.Notice => "通报",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
