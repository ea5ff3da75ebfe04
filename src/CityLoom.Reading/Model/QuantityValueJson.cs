using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityLoom.Reading;

internal sealed class QuantityValueJson : JsonConverter<QuantityValue>
{
    public override QuantityValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return QuantityValue.Of(reader.GetDecimal());
        }
        if (reader.TokenType == JsonTokenType.String)
        {
            return QuantityValue.Of(reader.GetString()!);
        }
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A quantity's value is a number, [low, high] or a phrase.");
        }
        reader.Read();
        var low = reader.GetDecimal();
        reader.Read();
        var high = reader.GetDecimal();
        reader.Read();
        return QuantityValue.Between(low, high);
    }

    public override void Write(Utf8JsonWriter writer, QuantityValue value, JsonSerializerOptions options) => Write(writer, value);

    public static void Write(Utf8JsonWriter writer, QuantityValue value)
    {
        if (value.Phrase is not null)
        {
            writer.WriteStringValue(value.Phrase);
        }
        else if (value.High is null)
        {
            writer.WriteNumberValue(value.Number!.Value);
        }
        else
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Number!.Value);
            writer.WriteNumberValue(value.High.Value);
            writer.WriteEndArray();
        }
    }
}
