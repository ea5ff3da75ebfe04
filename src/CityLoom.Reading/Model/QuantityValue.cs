using System.Text.Json.Serialization;

namespace CityLoom.Reading;

/// <summary>A number, a range of two numbers, or a phrase; exactly one of the three. Printed as JSON number, array or string.</summary>
[JsonConverter(typeof(QuantityValueJson))]
public sealed record QuantityValue
{
    private QuantityValue() { }

    /// <summary>The number, or the low end of a range.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The high end of a range; null for a single number.</summary>
    public decimal? High { get; private init; }

    /// <summary>The phrase, where the value is not a number.</summary>
    public string? Phrase { get; private init; }

    /// <summary>A single number.</summary>
    public static QuantityValue Of(decimal number) => new() { Number = number };

    /// <summary>A range, both ends included.</summary>
    public static QuantityValue Between(decimal low, decimal high) => new() { Number = low, High = high };

    /// <summary>A phrase such as 前列 or 翻番.</summary>
    public static QuantityValue Of(string phrase) => new() { Phrase = phrase };

    /// <inheritdoc/>
    public override string ToString() => Phrase ?? (High is null ? $"{Number}" : $"{Number}–{High}");
}
