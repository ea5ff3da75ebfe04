using CityLoom.Kernel.Storage;

namespace CityLoom.Requests;

/// <summary>The one condition that the two databases write differently: a value is among several, which are passed as an array.</summary>
internal static class Among
{
    /// <summary>The condition on a column for the array parameter of this name.</summary>
    public static string Of(Session session, string column, string name) =>
        session.Dialect == Dialect.Postgres ? $"{column} = any(@{name})" : $"{column} in @{name}";
}
