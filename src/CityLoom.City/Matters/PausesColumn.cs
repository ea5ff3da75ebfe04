using System.Data;
using System.Text.Json;
using CityLoom.City.Calendar;
using Dapper;

namespace CityLoom.City.Matters;

/// <summary>Pauses in one column: pairs of UTC milliseconds, the second null while open.</summary>
internal sealed class PausesColumn : SqlMapper.TypeHandler<IReadOnlyList<Pause>>
{
    public static string Write(IReadOnlyList<Pause> pauses) => pauses.Count == 0
        ? "[]"
        : JsonSerializer.Serialize(pauses.Select(p => new[] { p.Start.ToUnixTimeMilliseconds(), p.End?.ToUnixTimeMilliseconds() }));

    public static IReadOnlyList<Pause> Read(string text) => text == "[]"
        ? []
        : [.. JsonSerializer.Deserialize<long?[][]>(text)!.Select(p => new Pause(Instant(p[0]!.Value), p[1] is { } end ? Instant(end) : null))];

    public override IReadOnlyList<Pause> Parse(object value) => Read((string)value);

    public override void SetValue(IDbDataParameter parameter, IReadOnlyList<Pause>? value) => parameter.Value = Write(value ?? []);

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
