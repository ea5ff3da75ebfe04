using System.Reflection;
using System.Xml.Linq;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Architecture;

/// <summary>One project under src, as its file declares it and as its assembly turned out.</summary>
internal sealed record SourceModule(string Name, string Folder, Assembly Assembly, IReadOnlyList<string> Uses, IReadOnlyList<string> Packages)
{
    /// <summary>Every module of the repository, found by its project file.</summary>
    public static IReadOnlyList<SourceModule> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Order().Select(Read)];

    /// <summary>Every type that people wrote; what the compiler adds is left out.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(type => !type.Name.Contains('<') && !IsGenerated(type));

    /// <summary>The documentation that the compiler extracted, or null when the project makes none.</summary>
    public XDocument? Documentation
    {
        get
        {
            var file = Path.ChangeExtension(Assembly.Location, ".xml");
            return File.Exists(file) ? XDocument.Load(file) : null;
        }
    }

    /// <summary>Whether the module or one that it uses reaches <paramref name="name"/>.</summary>
    public bool Reaches(string name) =>
        Uses.Contains(name) || Uses.Any(used => All.Single(module => module.Name == used).Reaches(name));

    public override string ToString() => Name;

    private static SourceModule Read(string file)
    {
        var project = XDocument.Load(file);
        var name = Path.GetFileNameWithoutExtension(file);
        var assembly = project.Descendants("AssemblyName").FirstOrDefault()?.Value ?? name;
        return new SourceModule(
            name,
            Path.GetDirectoryName(file)!,
            Assembly.Load(assembly),
            [.. Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. Included(project, "PackageReference"), .. Included(project, "FrameworkReference")]);
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
        || (type.Namespace ?? "").StartsWith("System.", StringComparison.Ordinal)
        || (type.Namespace ?? "").StartsWith("Microsoft.", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));
}
