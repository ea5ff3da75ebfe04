namespace CityLoom.City.Organizations;

/// <summary>What an organization is for.</summary>
public enum OrganizationKind
{
    /// <summary>The general authority of a territory: city or district government, street office. What nobody else handles is its own.</summary>
    Government,

    /// <summary>A department with duties of its own: bureau, commission, committee.</summary>
    Department,

    /// <summary>An inner office, such as the general office of a government.</summary>
    Office,

    /// <summary>The supervision desk 督查室 that keeps the ledger of what was decided.</summary>
    Supervision,

    /// <summary>A centre that watches or takes calls round the clock: operations centre, hotline.</summary>
    Operations,
}
