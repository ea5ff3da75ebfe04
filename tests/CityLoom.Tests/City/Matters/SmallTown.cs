using CityLoom.City.Calendar;
using CityLoom.City.Matters;
using CityLoom.City.Organizations;
using CityLoom.City.Territories;
using CityLoom.Kernel.Accounts;
using CityLoom.Tests.City.Calendar;

namespace CityLoom.Tests.City.Matters;

/// <summary>A city small enough to be held in the head: city hall, a department, a district with two streets. Offices, never people.</summary>
internal static class SmallTown
{
    public const string Hall = "hall";
    public const string Water = "hall.water";
    public const string District = "district";
    public const string East = "district.east";
    public const string West = "district.west";

    /// <summary>A Monday morning in office hours, with plain weeks before and after it.</summary>
    public static readonly DateTimeOffset Monday = Wuhan.At("2026-03-02 09:30").ToUniversalTime();

    private static readonly Role[] Everything = [Role.Intake, Role.Handler, Role.Dispatcher, Role.Supervisor, Role.Administrator];

    public static OrganizationTree Tree { get; } = new(
    [
        Office(Hall, null, "1", OrganizationKind.Government), Office(Water, Hall, "1", OrganizationKind.Department),
        Office(District, Hall, "11", OrganizationKind.Government), Office(East, District, "111", OrganizationKind.Office),
        Office(West, District, "112", OrganizationKind.Office),
    ]);

    public static TerritoryTree Territories { get; } = new(
    [
        new("1", "小城", TerritoryLevel.City, null, null), new("11", "河区", TerritoryLevel.District, "1", null),
        new("111", "东街", TerritoryLevel.Street, "11", null), new("112", "西街", TerritoryLevel.Street, "11", null),
    ]);

    public static IReadOnlyList<string> Offices { get; } = [Hall, Water, District, East, West];

    /// <summary>In each office one who may do everything, and one more to judge what the first did.</summary>
    public static IReadOnlyList<SignedIn> Staff { get; } =
        [.. Offices.SelectMany((office, i) => new[] { Person(2 * i + 1, office, Everything), Person(2 * i + 2, office, Everything) })];

    public static SignedIn Someone(string office) => Staff[2 * IndexOf(office)];

    public static SignedIn Another(string office) => Staff[2 * IndexOf(office) + 1];

    public static SignedIn Person(long account, string office, params Role[] roles) =>
        new(account, $"{office} {account}", [.. roles.Select(role => new Grant { Role = role, Organization = office })]);

    public static ActContext At(SignedIn? by, DateTimeOffset now) => new(by, now, Tree, Wuhan.Time);

    /// <summary>A new matter of a kind as city hall raises it, in the first step of that kind.</summary>
    public static Matter New(string kind, DateTimeOffset? at = null, string? term = null, DateOnly? due = null) =>
        CreateMatter.Begin(new NewMatter { Kind = kind, Title = "井盖松动", Term = term, DueDate = due }, Hall, At(Someone(Hall), at ?? Monday), Territories) with { Id = 1 };

    private static int IndexOf(string office) => Offices.ToList().IndexOf(office);

    private static Organization Office(string code, string? parent, string territory, OrganizationKind kind) => new()
    {
        Code = code, Name = code, ShortName = code, EnglishName = code, ParentCode = parent, TerritoryCode = territory, Kind = kind,
    };
}
