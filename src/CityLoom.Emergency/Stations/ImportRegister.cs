using CityLoom.City;
using CityLoom.City.Trees;
using CityLoom.Emergency.Incidents;
using CityLoom.Kernel;
using CityLoom.Kernel.Accounts;
using CityLoom.Kernel.Journal;
using CityLoom.Kernel.Storage;

namespace CityLoom.Emergency.Stations;

/// <summary>Puts one register in the place of the present one, wholly or not at all; the others must still fit to it.</summary>
public static class ImportRegister
{
    /// <summary>True when this person may import this register: the standard is the administrator's.</summary>
    public static bool MayKeep(SignedIn by, RegisterKind kind) => kind != RegisterKind.Standard || by.Grants.Any(g => g.Role == Role.Administrator);

    /// <summary>Why a register is not this person's to import.</summary>
    public static Refusal NotYours { get; } = new("register.not-yours", "达标标准由管理员维护。", "The standard is kept by an administrator.", 403);

    /// <summary>Reads a file against the city and the registers in force, and stores what it holds.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="kind">Which register.</param>
    /// <param name="source">Name of the file, for its faults.</param>
    /// <param name="text">Its content, CSV or GeoJSON.</param>
    /// <param name="trees">The city's territories.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    public static Outcome<RegisterCounts> Run(Writing writing, RegisterKind kind, string source, string text, CityTrees trees, DateTimeOffset at, Actor by)
    {
        var file = new RegisterFile(trees);
        return kind switch
        {
            RegisterKind.Stations => Taken(file.Stations(source, text), rows => RefuseStations(writing, rows), rows => RegisterBook.Replace(writing, kind, rows, at, by)),
            RegisterKind.Units => Taken(
                RegisterFile.Units(source, text, RegisterBook.Present<Station>(writing, RegisterKind.Stations)), rows => RefuseUnits(writing, rows), rows => Stand(writing, rows, at, by)),
            RegisterKind.Hospitals => Taken(file.Hospitals(source, text), _ => null, rows => RegisterBook.Replace(writing, kind, rows, at, by)),
            RegisterKind.Standard => Taken(file.Standard(source, text), _ => null, rows => RegisterBook.Replace(writing, kind, rows, at, by)),
            _ => Taken(file.People(source, text), _ => null, rows => RegisterBook.Replace(writing, kind, rows, at, by)),
        };
    }

    private static Outcome<RegisterCounts> Taken<T>(Import<IReadOnlyList<T>> read, Func<IReadOnlyList<T>, Refusal?> refuse, Func<IReadOnlyList<T>, RegisterCounts> store) =>
        read.AsOutcome().Then(rows => refuse(rows) is { } refusal ? refusal : (Outcome<RegisterCounts>)store(rows));

    private static Refusal? RefuseStations(Writing writing, IReadOnlyList<Station> rows)
    {
        var codes = rows.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var left = RegisterBook.Present<ResponseUnit>(writing, RegisterKind.Units).Where(u => !codes.Contains(u.Station)).Select(u => u.Code).ToList();
        return left.Count == 0 ? null : new Refusal(
            "register.units-left", $"新站点表中缺少仍有单元的站点，涉及单元：{Some(left)}；请先导入单元。",
            $"Units would be left without their station: {Some(left)}. Import the units first.", 409);
    }

    private static Refusal? RefuseUnits(Writing writing, IReadOnlyList<ResponseUnit> rows)
    {
        var codes = rows.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var busy = UnitBook.All(writing).Where(s => s.IncidentId is not null && !codes.Contains(s.Unit)).Select(s => s.Unit).ToList();
        return busy.Count == 0 ? null : new Refusal(
            "register.units-busy", $"单元正在出动，不能撤销：{Some(busy)}。", $"Units are on a task and cannot be retired: {Some(busy)}.", 409);
    }

    private static RegisterCounts Stand(Writing writing, IReadOnlyList<ResponseUnit> rows, DateTimeOffset at, Actor by)
    {
        var counts = RegisterBook.Replace(writing, RegisterKind.Units, rows, at, by);
        UnitBook.Keep(writing, rows, at, by);
        return counts;
    }

    private static string Some(List<string> codes) => string.Join(", ", codes.Take(5)) + (codes.Count > 5 ? $" … ({codes.Count})" : "");
}
