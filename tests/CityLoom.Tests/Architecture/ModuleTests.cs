namespace CityLoom.Tests.Architecture;

/// <summary>References point down only: executable, web, nets, city, kernel; a pure library stands alone.</summary>
public sealed class ModuleTests
{
    private const string Kernel = "CityLoom.Kernel";
    private const string City = "CityLoom.City";
    private const string Web = "CityLoom.Web";
    private const string Executable = "CityLoom";
    private static readonly string[] Layers = [Kernel, City, Web, Executable];
    private static readonly string[] Outside = ["AspNetCore", "Sqlite", "Npgsql", "Dapper", "EntityFramework"];

    private static IEnumerable<SourceModule> Others => SourceModule.All.Where(module => !Layers.Contains(module.Name));

    private static IEnumerable<SourceModule> Pure => Others.Where(module => module.Uses.Count == 0);

    private static IEnumerable<SourceModule> Nets => Others.Except(Pure);

    [Fact]
    public void Every_layer_is_there()
    {
        Assert.Subset(SourceModule.All.Select(module => module.Name).ToHashSet(), Layers.ToHashSet());
        Assert.NotEmpty(Pure);
        Assert.NotEmpty(Nets);
    }

    [Fact]
    public void What_a_project_declares_is_all_that_its_assembly_uses()
    {
        Assert.All(SourceModule.All, module =>
        {
            var ours = SourceModule.All.ToDictionary(other => other.Assembly.GetName().Name!, other => other.Name);
            var used = module.Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(ours.ContainsKey);
            Assert.All(used, name => Assert.True(module.Reaches(ours[name]), $"{module} uses {ours[name]}"));
        });
    }

    [Fact]
    public void Pure_libraries_know_nothing_of_databases_or_the_web() =>
        Assert.All(Pure, module => Assert.All(module.Packages, package =>
            Assert.True(!Outside.Any(word => package.Contains(word, StringComparison.Ordinal)), $"{module} references {package}")));

    [Fact]
    public void The_kernel_uses_nothing_of_ours() => AssertUses(Kernel, []);

    [Fact]
    public void The_city_uses_the_kernel_and_perhaps_pure_libraries() => AssertUses(City, [Kernel], [.. Names(Pure)]);

    [Fact]
    public void A_net_uses_the_city_and_never_another_net() =>
        Assert.All(Nets, net => AssertUses(net.Name, [City], [Kernel, .. Names(Pure)]));

    [Fact]
    public void Only_the_executable_stands_on_the_web() =>
        Assert.All(SourceModule.All.Where(module => module.Uses.Contains(Web)), module => Assert.Equal(Executable, module.Name));

    [Fact]
    public void Nothing_stands_on_the_executable() =>
        Assert.All(SourceModule.All, module => Assert.DoesNotContain(Executable, module.Uses));

    private static IEnumerable<string> Names(IEnumerable<SourceModule> modules) => modules.Select(module => module.Name);

    private static void AssertUses(string name, string[] must, params string[] may)
    {
        var module = SourceModule.All.Single(module => module.Name == name);
        Assert.Superset(must.ToHashSet(), module.Uses.ToHashSet());
        Assert.Subset(must.Concat(may).ToHashSet(), module.Uses.ToHashSet());
    }
}
