using CityLoom.Tests.Support;

namespace CityLoom.Tests.Architecture;

/// <summary>An interface is for several implementations, or for a system outside of ours.</summary>
public sealed class InterfaceTests
{
    /// <summary>Interfaces that may have one implementation, each with its reason: a port to a system outside.</summary>
    private static readonly Dictionary<string, string> Ports = [];

    [Fact]
    public void An_interface_has_several_implementations_or_is_a_port()
    {
        var types = SourceModule.All.SelectMany(module => module.Types).ToList();
        var lonely = types
            .Where(type => type.IsInterface && !Ports.ContainsKey(type.FullName!))
            .Where(contract => types.Count(type => Implements(type, contract)) < 2)
            .Select(type => type.FullName);

        Expect.None(lonely);
    }

    [Fact]
    public void Every_port_on_the_list_exists()
    {
        var interfaces = SourceModule.All.SelectMany(module => module.Types).Where(type => type.IsInterface).Select(type => type.FullName);

        Assert.Subset(interfaces.ToHashSet(), Ports.Keys.ToHashSet<string?>());
    }

    private static bool Implements(Type type, Type contract) =>
        type is { IsInterface: false, IsAbstract: false }
        && type.GetInterfaces().Any(own => (own.IsGenericType ? own.GetGenericTypeDefinition() : own) == contract);
}
