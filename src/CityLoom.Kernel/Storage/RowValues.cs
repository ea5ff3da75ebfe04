using System.Globalization;

namespace CityLoom.Kernel.Storage;

/// <summary>
/// Takes the values of a row one after the other, as <see cref="ColumnTypes"/> stores them. A statement binds them, a fingerprint hashes
/// them; whoever keeps a row writes the order of its values once, for both.
/// </summary>
public abstract class RowValues
{
    /// <summary>Adds a whole number.</summary>
    public abstract RowValues Add(long? value);

    /// <summary>Adds a number.</summary>
    public abstract RowValues Add(double? value);

    /// <summary>Adds a text.</summary>
    public abstract RowValues Add(string? value);

    /// <summary>Adds bytes.</summary>
    public abstract RowValues Add(byte[] value);

    /// <summary>Adds a flag.</summary>
    public RowValues Add(bool? value) => Add(Number(value));

    /// <summary>Adds an instant.</summary>
    public RowValues Add(DateTimeOffset? value) => Add(value?.ToUnixTimeMilliseconds());

    /// <summary>Adds a civil date.</summary>
    public RowValues Add(DateOnly? value) => Add(Text(value));

    /// <summary>A flag as it is stored.</summary>
    private protected static long? Number(bool? value) => value is { } flag ? flag ? 1L : 0L : null;

    /// <summary>A civil date as it is stored.</summary>
    private protected static string? Text(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
