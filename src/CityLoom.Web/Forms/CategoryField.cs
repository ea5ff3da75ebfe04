using CityLoom.City;
using CityLoom.Kernel;

namespace CityLoom.Web.Forms;

/// <summary>A category as people write it into a field.</summary>
internal static class CategoryField
{
    private static readonly Refusal Unknown = new(
        "form.category", "没有这个类别；请从列表中选，或留空按建议。", "There is no such category; choose one of the list or leave it empty.", 400);

    /// <summary>Its code, by code or one of its names; empty for none.</summary>
    public static Outcome<string> Code(string? written, CityContext city)
    {
        if (written is null)
        {
            return "";
        }

        var found = city.Trees.Categories.Find(written)
            ?? city.Trees.Categories.All.FirstOrDefault(c => c.Name == written || c.EnglishName.Equals(written, StringComparison.OrdinalIgnoreCase));
        return found is null ? Unknown : found.Code;
    }
}
