using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityLoom.Kernel.Storage;

/// <summary>
/// A statement compiled by SQLite itself. The provider above it looks up each parameter by name in each run, which takes longer than
/// running an insert.
/// </summary>
internal sealed unsafe class SqliteStatement(PreparedConnection connection, Sql sql, sqlite3 database, sqlite3_stmt compiled) : Statement
{
    private const int OnStack = 512;
    private readonly nint _handle = compiled.DangerousGetHandle();
    private int _bound;

    public Sql Sql => sql;

    public static SqliteStatement Compile(PreparedConnection connection, Sql sql, sqlite3 database)
    {
        Check(raw.sqlite3_prepare_v3(database, sql.For(Dialect.Sqlite), raw.SQLITE_PREPARE_PERSISTENT, out var compiled), database);
        return new SqliteStatement(connection, sql, database, compiled);
    }

    public override Statement Add(long? value)
    {
        var place = ++_bound;
        Check(value is { } number ? SqliteNative.Bind(_handle, place, number) : SqliteNative.BindNull(_handle, place));
        return this;
    }

    public override Statement Add(double? value)
    {
        var place = ++_bound;
        Check(value is { } number ? SqliteNative.Bind(_handle, place, number) : SqliteNative.BindNull(_handle, place));
        return this;
    }

    public override Statement Add(string? value)
    {
        var place = ++_bound;
        if (value is null)
        {
            Check(SqliteNative.BindNull(_handle, place));
        }
        else if (value.Length <= OnStack / 3)
        {
            Span<byte> bytes = stackalloc byte[OnStack];
            Bind(place, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }
        else
        {
            Bind(place, Encoding.UTF8.GetBytes(value));
        }

        return this;
    }

    public override Statement Add(byte[] value)
    {
        Check(raw.sqlite3_bind_blob(compiled, ++_bound, value));
        return this;
    }

    public override Statement Add(IReadOnlyCollection<string> values) => Add(JsonSerializer.Serialize(values));

    public override Statement Add(IReadOnlyCollection<long> values) => Add(JsonSerializer.Serialize(values));

    public override int Execute()
    {
        Step();
        return raw.sqlite3_changes(database);
    }

    /// <summary>Without <c>returning</c>, for which SQLite would keep the row aside first.</summary>
    public override long Insert()
    {
        Step();
        return raw.sqlite3_last_insert_rowid(database);
    }

    public override bool Next() => Step() == raw.SQLITE_ROW;

    public override bool IsNull(int column) => SqliteNative.ColumnType(_handle, column) == raw.SQLITE_NULL;

    public override long Number(int column) => SqliteNative.ColumnNumber(_handle, column);

    public override double Real(int column) => SqliteNative.ColumnReal(_handle, column);

    public override string Text(int column) => Encoding.UTF8.GetString(Stored(column));

    public override byte[] Bytes(int column) => Stored(column).ToArray();

    public override object? Value(int column) => raw.sqlite3_column_type(compiled, column) switch
    {
        raw.SQLITE_INTEGER => Number(column),
        raw.SQLITE_FLOAT => Real(column),
        raw.SQLITE_TEXT => Text(column),
        raw.SQLITE_BLOB => Bytes(column),
        _ => null,
    };

    public override void WriteText(Utf8JsonWriter json, int column)
    {
        if (IsNull(column))
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(Stored(column));
        }
    }

    public override void Dispose()
    {
        _bound = 0;
        raw.sqlite3_reset(compiled);
        connection.GiveBack(this);
    }

    /// <summary>Frees it for good.</summary>
    public void Close() => compiled.Dispose();

    /// <summary>What a column holds, as long as the statement stays on its row.</summary>
    private ReadOnlySpan<byte> Stored(int column)
    {
        var bytes = SqliteNative.ColumnBytes(_handle, column);
        return new ReadOnlySpan<byte>(bytes, SqliteNative.ColumnLength(_handle, column));
    }

    private void Bind(int place, ReadOnlySpan<byte> text)
    {
        fixed (byte* bytes = &MemoryMarshal.GetReference(text))
        {
            // An empty text has no address of its own, and one without an address would be stored as nothing.
            var empty = (byte)0;
            Check(SqliteNative.BindText(_handle, place, bytes is null ? &empty : bytes, text.Length, SqliteNative.Transient));
        }
    }

    private int Step()
    {
        var code = raw.sqlite3_step(compiled);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(code);
        }

        return code;
    }

    private void Check(int code) => Check(code, database);

    private static void Check(int code, sqlite3 database)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
