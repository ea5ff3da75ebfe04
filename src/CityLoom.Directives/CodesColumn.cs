using System.Data;
using Dapper;

namespace CityLoom.Directives;

/// <summary>A list of codes in one column, joined by semicolons.</summary>
internal sealed class CodesColumn : SqlMapper.TypeHandler<IReadOnlyList<string>>
{
    public static string Write(IReadOnlyList<string> codes) => string.Join(';', codes);

    public override IReadOnlyList<string> Parse(object value) => ((string)value).Split(';', StringSplitOptions.RemoveEmptyEntries);

    public override void SetValue(IDbDataParameter parameter, IReadOnlyList<string>? value) => parameter.Value = Write(value ?? []);
}
