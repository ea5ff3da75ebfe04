namespace CityLoom.Oracles;

public sealed class ReferenceTests
{
    [Fact]
    public void The_reference_material_is_found_or_the_test_is_skipped() =>
        Assert.True(Directory.Exists(Reference.Shared("surveillance-reference")));
}
