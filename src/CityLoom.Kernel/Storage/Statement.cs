using System.Text.Json;

namespace CityLoom.Kernel.Storage;

/// <summary>
/// One run of a compiled statement: values are added in the order of its parameters, then it is executed or its rows are read one by
/// one, columns by their position from 0. Values are stored as <see cref="ColumnTypes"/> says. Give it back by disposing it; on
/// PostgreSQL nothing else may run on the session before that.
/// </summary>
public abstract class Statement : RowValues, IDisposable
{
    /// <inheritdoc/>
    public abstract override Statement Add(long? value);

    /// <inheritdoc/>
    public abstract override Statement Add(double? value);

    /// <inheritdoc/>
    public abstract override Statement Add(string? value);

    /// <inheritdoc/>
    public abstract override Statement Add(byte[] value);

    /// <inheritdoc cref="RowValues.Add(bool?)"/>
    public new Statement Add(bool? value) => Add(Number(value));

    /// <inheritdoc cref="RowValues.Add(DateTimeOffset?)"/>
    public new Statement Add(DateTimeOffset? value) => Add(value?.ToUnixTimeMilliseconds());

    /// <inheritdoc cref="RowValues.Add(DateOnly?)"/>
    public new Statement Add(DateOnly? value) => Add(Text(value));

    /// <summary>Adds several texts as one value: JSON on SQLite, an array on PostgreSQL.</summary>
    public abstract Statement Add(IReadOnlyCollection<string> values);

    /// <summary>Adds several whole numbers as one value, likewise.</summary>
    public abstract Statement Add(IReadOnlyCollection<long> values);

    /// <summary>Runs it; how many rows it changed.</summary>
    public abstract int Execute();

    /// <summary>Inserts one row and tells the identity that the database gave it; on PostgreSQL the statement ends in <c>returning id</c>.</summary>
    public abstract long Insert();

    /// <summary>Goes to the next row; false after the last one.</summary>
    public abstract bool Next();

    /// <summary>True when the column holds nothing.</summary>
    public abstract bool IsNull(int column);

    /// <summary>A whole number.</summary>
    public abstract long Number(int column);

    /// <summary>A number.</summary>
    public abstract double Real(int column);

    /// <summary>A text.</summary>
    public abstract string Text(int column);

    /// <summary>Bytes.</summary>
    public abstract byte[] Bytes(int column);

    /// <summary>Whatever the column holds: a whole number, a number, a text or bytes; null where it holds nothing.</summary>
    public abstract object? Value(int column);

    /// <summary>Writes a text as a value, without making a string of it where the database holds UTF-8; null where it holds nothing.</summary>
    public abstract void WriteText(Utf8JsonWriter json, int column);

    /// <summary>A whole number that need not be there.</summary>
    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    /// <summary>A number that need not be there.</summary>
    public double? RealOrNull(int column) => IsNull(column) ? null : Real(column);

    /// <summary>A text that need not be there.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A flag.</summary>
    public bool Flag(int column) => Number(column) != 0;

    /// <summary>An instant.</summary>
    public DateTimeOffset Instant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    /// <summary>An instant that need not be there.</summary>
    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>A civil date that need not be there.</summary>
    public DateOnly? DateOrNull(int column) =>
        IsNull(column) ? null : DateOnly.ParseExact(Text(column), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One of an enumeration's names.</summary>
    public T Named<T>(int column)
        where T : struct, Enum => Enum.Parse<T>(Text(column));

    /// <inheritdoc/>
    public abstract void Dispose();
}
