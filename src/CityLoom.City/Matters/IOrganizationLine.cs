namespace CityLoom.City.Matters;

/// <summary>What the rules of a matter need to know of the tree of organizations; tests give a small one of their own.</summary>
public interface IOrganizationLine
{
    /// <summary>True when there is such an organization.</summary>
    bool Exists(string code);

    /// <summary>True when <paramref name="above"/> is <paramref name="code"/> itself or stands above it.</summary>
    bool Covers(string above, string code);
}
