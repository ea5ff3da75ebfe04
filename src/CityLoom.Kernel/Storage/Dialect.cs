namespace CityLoom.Kernel.Storage;

/// <summary>The two databases that the product runs on.</summary>
public enum Dialect
{
    /// <summary>One file under the data folder; a single writer.</summary>
    Sqlite,

    /// <summary>A server; several writers and nodes.</summary>
    Postgres,
}
