using CityLoom.Tests.Support;

namespace CityLoom.Tests.Architecture;

/// <summary>An interface is for several implementations, for a system outside, or for a module above to answer a module below.</summary>
public sealed class InterfaceTests
{
    /// <summary>Interfaces that may have one implementation or none yet, each with its reason.</summary>
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["CityLoom.Kernel.Journal.ISubjectVerifier"] = "the kernel asks each module what it knows of its own subjects",
    };

    [Fact]
    public void An_interface_has_several_implementations_or_a_reason()
    {
        var types = SourceModule.All.SelectMany(module => module.Types).ToList();
        var lonely = types
            .Where(type => type.IsInterface && !Reasons.ContainsKey(type.FullName!))
            .Where(contract => !HasSeveral([.. types.Where(type => Implements(type, contract))]))
            .Select(type => type.FullName);

        Expect.None(lonely);
    }

    [Fact]
    public void Every_interface_with_a_reason_exists()
    {
        var interfaces = SourceModule.All.SelectMany(module => module.Types).Where(type => type.IsInterface).Select(type => type.FullName);

        Expect.None(Reasons.Keys.Except(interfaces));
    }

    /// <summary>A generic type is as many as it is closed over.</summary>
    private static bool HasSeveral(List<Type> implementations) =>
        implementations.Count > 1 || implementations.Any(type => type.IsGenericTypeDefinition);

    private static bool Implements(Type type, Type contract) =>
        type is { IsInterface: false, IsAbstract: false }
        && type.GetInterfaces().Any(own => (own.IsGenericType ? own.GetGenericTypeDefinition() : own) == contract);
}
