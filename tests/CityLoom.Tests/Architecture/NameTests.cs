using System.Text.RegularExpressions;
using CityLoom.Tests.Support;

namespace CityLoom.Tests.Architecture;

/// <summary>A type is named for what it is in the city; the words below say nothing about that.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var empty = AllTypes().Where(type => Empty.IsMatch(Plain(type.Name))).Select(type => type.FullName);

        Expect.None(empty);
    }

    [Fact]
    public void No_namespace_is_a_drawer_for_everything()
    {
        var drawers = AllTypes().Select(type => type.Namespace ?? "").Distinct()
            .Where(name => name.Split('.').Any(part => Empty.IsMatch(part)));

        Expect.None(drawers);
    }

    [Theory]
    [InlineData("MatterManager")]
    [InlineData("DateHelpers")]
    [InlineData("Utils")]
    [InlineData("MatterDTO")]
    [InlineData("Common")]
    public void The_rule_finds_such_a_name(string name) => Assert.Matches(Empty, name);

    [Theory]
    [InlineData("Matter")]
    [InlineData("CommonTerms")]
    [InlineData("ServiceHours")]
    public void The_rule_lets_other_names_pass(string name) => Assert.DoesNotMatch(Empty, name);

    [GeneratedRegex("(Manager|Helper|Service|D[tT][oO]|Impl|Util|Utility)(s|ies)?$|^Common$|Utilities$")]
    private static partial Regex Empty { get; }

    private static IEnumerable<Type> AllTypes() => SourceModule.All.SelectMany(module => module.Types);

    private static string Plain(string name) => name.Split('`')[0];
}
