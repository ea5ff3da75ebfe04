using System.Text.Json.Serialization;
using CityLoom.City;

namespace CityLoom.Emergency.Plans;

/// <summary>How grave a response is 响应级别: I is the gravest.</summary>
public enum ResponseLevel
{
    /// <summary>Ⅰ级.</summary>
    [JsonStringEnumMemberName("I")]
    I = 1,

    /// <summary>Ⅱ级.</summary>
    [JsonStringEnumMemberName("II")]
    II,

    /// <summary>Ⅲ级.</summary>
    [JsonStringEnumMemberName("III")]
    III,

    /// <summary>Ⅳ级.</summary>
    [JsonStringEnumMemberName("IV")]
    IV,
}

/// <summary>Levels in words.</summary>
public static class ResponseLevels
{
    /// <summary>Ⅲ级响应, level III.</summary>
    public static Bilingual Words(this ResponseLevel level) => new($"{level}级响应", $"Level {level}");

    /// <summary>True from the mildest to the gravest level at which something is wanted.</summary>
    public static bool Within(this ResponseLevel level, ResponseLevel from, ResponseLevel to) => level <= from && level >= to;
}
