using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace CityLoom.Kernel.Storage;

/// <summary>A statement of PostgreSQL, which Npgsql prepares of its own accord.</summary>
internal sealed class PostgresStatement(NpgsqlCommand command) : Statement
{
    private NpgsqlDataReader? _rows;

    public override Statement Add(long? value) => Add(NpgsqlDbType.Bigint, value);

    public override Statement Add(double? value) => Add(NpgsqlDbType.Double, value);

    public override Statement Add(string? value) => Add(NpgsqlDbType.Text, value);

    public override Statement Add(byte[] value) => Add(NpgsqlDbType.Bytea, value);

    public override Statement Add(IReadOnlyCollection<string> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Text, values.ToArray());

    public override Statement Add(IReadOnlyCollection<long> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Bigint, values.ToArray());

    public override int Execute() => command.ExecuteNonQuery();

    public override long Insert() => (long)command.ExecuteScalar()!;

    public override bool Next() => (_rows ??= command.ExecuteReader(CommandBehavior.SingleResult)).Read();

    public override bool IsNull(int column) => _rows!.IsDBNull(column);

    public override long Number(int column) => _rows!.GetInt64(column);

    public override double Real(int column) => _rows!.GetDouble(column);

    public override string Text(int column) => _rows!.GetString(column);

    public override byte[] Bytes(int column) => _rows!.GetFieldValue<byte[]>(column);

    public override object? Value(int column) => IsNull(column) ? null : _rows!.GetValue(column);

    public override void WriteText(Utf8JsonWriter json, int column) => json.WriteStringValue(TextOrNull(column));

    public override void Dispose()
    {
        _rows?.Dispose();
        command.Dispose();
    }

    private PostgresStatement Add(NpgsqlDbType type, object? value)
    {
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return this;
    }
}
