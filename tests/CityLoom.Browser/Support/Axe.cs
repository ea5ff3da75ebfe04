using System.Text.Json;
using CityLoom.Tests.Support;
using Microsoft.Playwright;

namespace CityLoom.Browser.Support;

/// <summary>Checks a page for people who use a screen reader, a keyboard or high contrast, by axe-core (WCAG 2.2 AA).</summary>
internal static class Axe
{
    private const string Check = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'] });
          return found.violations
            .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
            .flatMap(rule => rule.nodes.map(node =>
              `${rule.impact} ${rule.id}: ${rule.help}: ${node.html} (${node.target}) ${node.failureSummary}`));
        }
        """;

    private static readonly Lazy<string> Script = new(() =>
        File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js")));

    /// <summary>The serious and critical violations, each with its rule and its element; none on a good page.</summary>
    public static async Task<string[]> Violations(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string[]>(Check);
    }
}
