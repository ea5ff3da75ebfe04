using CityLoom.City;
using CityLoom.City.Organizations;
using CityLoom.Web.Words;

namespace CityLoom.Web.Pages.Directives;

/// <summary>Names and sentences of the city in the reader's language.</summary>
internal static class Named
{
    /// <summary>An organization's short name; its code when it is gone from the tree.</summary>
    public static string Name(this OrganizationTree tree, string? code, Say say) => tree.Find(code) is not { } organization ? code ?? ""
        : say.Language == Language.English ? organization.EnglishName
        : organization.ShortName;

    /// <summary>Several organizations: up to three by name, more as a number.</summary>
    public static string Names(this OrganizationTree tree, IReadOnlyList<string> codes, Say say) => codes.Count > 3
        ? say["directives.units", ("n", codes.Count)]
        : say.List(codes.Select(c => tree.Name(c, say)));

    /// <summary>A sentence in the reader's language.</summary>
    public static string In(this Bilingual sentence, Say say) => sentence.In(say.Language.Tag());
}
